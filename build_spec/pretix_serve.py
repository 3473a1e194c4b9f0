"""Serves the ticket shop of the tests; run in its own environment with the port it listens on."""

import sys

from django.core.servers.basehttp import run
from pretix.wsgi import application

run("127.0.0.1", int(sys.argv[1]), application, threading=True)
