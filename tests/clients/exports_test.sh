#!/bin/bash
# Has other programs read what care exports: exports_test.sh CARE PART
# PART is contacts (python3-vobject), tables (python3's csv and json), spreadsheet (LibreOffice),
# remind, or org (Emacs).
set -euo pipefail

skip() {
  echo "skipped: $1"
  [[ -z ${CI:-} ]] && exit 77
  exit 1
}

# python_with CODE: the first python3 that runs it; another may stand before the distribution's.
python_with() {
  local python
  for python in python3 /usr/bin/python3; do
    "$python" -c "$1" 2>/dev/null && echo "$python" && return
  done
  return 1
}

care=$1 part=$2
case $part in
  contacts) needs="import vobject" package=python3-vobject ;;
  *) needs="import sys; sys.exit(sys.version_info < (3, 11))" package="python3 3.11 or later" ;;
esac
python=$(python_with "$needs") || skip "$package is not installed"
case $part in
  remind) command -v remind >/dev/null || skip "remind is not installed" ;;
  spreadsheet) command -v soffice >/dev/null || skip "libreoffice-calc-nogui is not installed" ;;
  org) command -v emacs >/dev/null || skip "emacs (emacs-nox) is not installed" ;;
esac
exec "$python" "$(dirname "$0")/exports_$part.py" "$care"
