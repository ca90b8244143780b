#!/bin/sh
# Makes .venv and installs what is asked for: core (the tool), test (and all that its tests need, Debian packages
# included) or bench. What is missing is installed; what cannot be installed stops here with a clear line.
set -eu
want=${1:-core}

fail() { echo "setup: $1" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo "$@"; else
        fail "need root to run: $* (run it as root, then make again)"
    fi
}

apt_install() {
    command -v apt-get >/dev/null 2>&1 || fail "no apt-get here; install $* by hand, then make again"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null ||
        fail "apt-get could not install $*"
}

python=${PYTHON:-python3}
command -v "$python" >/dev/null 2>&1 || apt_install python3
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is needed; set PYTHON=…"

if ! .venv/bin/python -c 'import pip' >/dev/null 2>&1; then
    rm -rf .venv
    "$python" -m venv .venv >/dev/null 2>&1 || { rm -rf .venv; apt_install python3-venv; "$python" -m venv .venv; }
fi

pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"; }

case $want in
core) pip install . ;;
test)
    missing=
    command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
    command -v pdftoppm >/dev/null 2>&1 || missing="$missing poppler-utils"
    [ -d /usr/share/fonts/truetype/noto ] || missing="$missing fonts-noto-core"
    # shellcheck disable=SC2086 # a list of package names
    [ -z "$missing" ] || apt_install $missing
    pip install -e '.[test,lint]'
    ;;
bench) pip install -e '.[test,lint,bench]' ;;
*) fail "unknown part: $want (core, test or bench)" ;;
esac
