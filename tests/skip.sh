# shellcheck shell=bash
# How a test in bash says that it, or a part of it, cannot run here. To be sourced.
#
# What it prints is what `tests/run` lists and counts. Where CI is set everything is installed, and
# what is missing is a failure.

# skip REASON: all of the test.
skip() {
  echo "skipped: $1"
  [[ -z ${CI:-} ]] && exit 77
  exit 1
}

# skip_anywhere REASON: in CI too, where not every machine can have it.
skip_anywhere() {
  echo "skipped: $1"
  exit 77
}

# skip_part REASON: a part of the test; what else it looks at counts.
skip_part() { echo "skipped: $1"; }

# needs PROGRAM[:PACKAGE]...: programs, and what Debian's package is called where that is another
# name. What only root's PATH names counts too.
needs() {
  local needed program package
  for needed; do
    program=${needed%%:*} package=${needed#*:}
    PATH=$PATH:/usr/sbin:/sbin command -v "$program" >/dev/null && continue
    [[ $package == "$program" ]] || program+=" ($package)"
    skip "$program is not installed"
  done
}

# python_with CODE: names the first python3 that is new enough and runs CODE; another may stand before
# the distribution's.
python_with() {
  for python in python3 /usr/bin/python3; do
    "$python" -c "$1
import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null && return
  done
  return 1
}
needs_python() { python_with pass || skip "python3 3.11 or later is not installed"; }
# needs_modules MODULE...: of Python, which Debian's package python3-MODULE has.
needs_modules() {
  local module
  for module; do
    python_with "import $module" || skip "python3-$module is not installed"
  done
  python_with "$(printf 'import %s\n' "$@")" || skip "no python3 has all of $*"
}

# DuckDB for node, as examples/branches/page.mjs finds it. It is not of Debian: not everybody can
# install it.
needs_duckdb() {
  local page
  page=$(dirname "${BASH_SOURCE[0]}")/../examples/branches/page.mjs
  [[ $(node "$page" /dev/stdin <<<"SELECT 'here' AS line;" 2>/dev/null) == here ]] ||
    skip_anywhere "DuckDB is not installed: npm install -g @duckdb/node-api"
}
