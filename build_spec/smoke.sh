#!/usr/bin/env bash
# The built program proves itself: its own self-test, off screen, in an empty home and away from this checkout.
set -euo pipefail
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"

size=$(du -sm "$(dirname "$program")" | cut -f1)
env -u PYTHONPATH -u PYTHONHOME QT_QPA_PLATFORM=offscreen BOOTHAPP_HOME="$home/data" \
    BOOTHAPP_PASSPHRASE="for this self-test only" "$program" self-test --json
echo "The built program passed its self-test ($size MB)." >&2
