#!/usr/bin/env bash
# Sets up a checkout: `setup.sh run` for the window, `setup.sh test` for the tests as well, `setup.sh fuzz`
# for fuzzing.
# Only what is missing is done; a checkout that is ready takes well under a second.
set -euo pipefail
cd "$(dirname "$0")/.."

goal=${1:-run}
say() { printf '%s\n' "$*" >&2; }

suitable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local name
    for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if suitable "$name"; then echo "$name"; return; fi
    done
}

python_packages() {
    local python
    python=$(find_python)
    if [ -n "$python" ]; then
        "$python" -c 'import ensurepip' 2>/dev/null ||
            "$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])'
    elif command -v python3 >/dev/null; then  # Ubuntu 22.04: python3 is 3.10, and 3.11 is there beside it
        echo python3.11 python3.11-venv
    else
        echo python3 python3-venv
    fi
}

wanted() {
    cat build_spec/debian-run.txt
    if [ "$goal" = test ]; then cat build_spec/debian-test.txt; fi
}

missing_packages() {
    local installed name
    # From Debian 13 and Ubuntu 24.04 on, some libraries carry the ending t64.
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sed 's/t64$//')
    for name in $(wanted | sed 's/#.*//'); do
        grep -qxF "$name" <<<"$installed" || echo "$name"
    done
    python_packages
}

rights() {
    if [ "$(id -u)" = 0 ]; then echo env
    elif ! command -v sudo >/dev/null; then return 1
    elif sudo -n true 2>/dev/null; then echo "sudo -n"
    elif [ -t 0 ]; then echo sudo
    else return 1
    fi
}

refuse() {
    say "$1"
    say "Missing: $2"
    say "An administrator can add them with the next line; then repeat the command."
    say "    apt-get update && apt-get install --no-install-recommends $2"
    exit 1
}

system_packages() {
    local missing as_root
    if ! command -v dpkg-query >/dev/null; then return; fi  # Fedora, macOS: the libraries there are taken as they are
    missing=$(missing_packages | xargs)
    if [ -z "$missing" ]; then return; fi
    as_root=$(rights) || refuse "System packages are missing, and this account may not install them." "$missing"
    say "Installing system packages: $missing"
    # shellcheck disable=SC2086
    { $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -qq --no-install-recommends $missing </dev/null >/dev/null; } ||
        refuse "System packages could not be installed (the reason is above)." "$missing"
}

environment() {
    local python
    if suitable .venv/bin/python && .venv/bin/python -c 'import pip' 2>/dev/null; then return; fi
    python=$(find_python)
    if [ -z "$python" ]; then say "Python 3.11 or newer is missing. Install it, then repeat the command."; exit 1; fi
    say "Making the environment in .venv"
    "$python" -m venv --clear .venv
    # The checkout itself is on the path: what is edited is what runs.
    pwd >"$(.venv/bin/python -c 'import site; print(site.getsitepackages()[0])')/boothapp.pth"
}

python_requirements() {
    local lock=$1 stamp=.venv/$1.done
    if cmp -s "$lock" "$stamp"; then return; fi
    say "Installing Python packages from $lock (about 200 MB, once)"
    .venv/bin/python -m pip install -qq --disable-pip-version-check \
        --require-hashes --only-binary :all: -r "$lock"
    cp "$lock" "$stamp"
}

system_packages
[ -n "$(find_python)" ] || system_packages
environment
if [ "$goal" = test ]; then lock=requirements-dev.lock; else lock=requirements.lock; fi
python_requirements "$lock"
if [ "$goal" = fuzz ]; then python_requirements requirements-fuzz.lock; fi
.venv/bin/python build_spec/translations.py compile
.venv/bin/python build_spec/countries.py
