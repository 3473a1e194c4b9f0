#!/usr/bin/env bash
# Renews the lock files: exact versions and hashes for every system and Python 3.11 on, and no addresses.
set -euo pipefail
cd "$(dirname "$0")/.."

python3 -m venv build/lock
build/lock/bin/python -m pip install --quiet uv
options=(--quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
         --no-emit-index-url --no-emit-find-links --no-config --upgrade)
compile=(build/lock/bin/python -m uv pip compile "${options[@]}" pyproject.toml)
"${compile[@]}" --group setup -o requirements.lock
"${compile[@]}" --group dev -c requirements.lock -o requirements-dev.lock
# For fuzzing, beside either of them.
build/lock/bin/python -m uv pip compile "${options[@]}" --group fuzz -c requirements-dev.lock -o requirements-fuzz.lock
# The CRM of the tests has an environment of its own.
build/lock/bin/python -m uv pip compile "${options[@]}" build_spec/tryton.in -o requirements-tryton.lock
# So has the ticket shop.
build/lock/bin/python -m uv pip compile "${options[@]}" build_spec/pretix.in -o requirements-pretix.lock
grep -c "==" requirements*.lock
