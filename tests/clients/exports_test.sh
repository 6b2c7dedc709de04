#!/bin/bash
# Has other programs read what care exports: exports_test.sh CARE PART
# PART is contacts (python3-vobject), tables (python3's csv and json), spreadsheet (LibreOffice),
# remind, or org (Emacs).
set -euo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

care=$1 part=$2
case $part in
  contacts) needs_modules vobject ;;
  *) needs_python ;;
esac
case $part in
  remind) needs remind ;;
  spreadsheet) needs soffice:libreoffice-calc-nogui ;;
  org) needs emacs:emacs-nox ;;
esac
exec "$python" "$(dirname "$0")/exports_$part.py" "$care"
