#!/usr/bin/env bash
# Builds .venv from requirements.lock: uv when it is there, else uv from its own small venv, else pip.
set -euo pipefail
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  echo "setup: $python is older than Python 3.11; run: make setup PYTHON=/path/to/python3.11" >&2
  exit 1
}
uv=$(command -v uv || true)
if [ -z "$uv" ]; then
  [ -x .venv/uv/bin/uv ] || {
    "$python" -m venv .venv/uv
    .venv/uv/bin/pip install --quiet --disable-pip-version-check uv || rm -rf .venv/uv
  }
  [ -x .venv/uv/bin/uv ] && uv=$PWD/.venv/uv/bin/uv
fi
if [ -n "$uv" ]; then
  "$uv" venv --quiet --allow-existing --python "$python" .venv
  export VIRTUAL_ENV=$PWD/.venv
  "$uv" pip install --quiet --compile-bytecode --require-hashes -r requirements.lock
  "$uv" pip install --quiet --no-deps -e .
else
  "$python" -m venv .venv
  .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
  .venv/bin/pip install --quiet --disable-pip-version-check --no-deps -e .
fi
touch .venv/.ready
