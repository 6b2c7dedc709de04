#!/bin/bash
# Reads the manual page as people do: man_test.sh CARE; the last line is `N passed, M failed`.
set -uo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

needs mandoc col:bsdextrautils
PATH=$(cd "$(dirname "$1")" && pwd):$PATH
work=$(mktemp -d)
export LC_ALL=C.UTF-8  # col drops what the locale has no letters for
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# check NAME COMMAND...: passed if the command is.
check() {
  if "${@:2}"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $1: ${*:2}"
  fi
}
# A page that another refers to need not be installed here.
lint() {
  [[ -z $(mandoc -T lint -W style "$work/$1" 2>&1 | grep -v 'referenced manual not found' |
    tee /dev/stderr) ]]
}
has() { grep -qF -- "$1" "$work/page"; }

care man >"$work/care.1" || exit 1
mandoc -T utf8 "$work/care.1" | col -bx >"$work/page"
care man book >"$work/care-book.5" || exit 1
check "mandoc finds nothing wrong" lint care.1
check "mandoc finds nothing wrong in care-book(5)" lint care-book.5
for section in NAME SYNOPSIS DESCRIPTION COMMANDS OPTIONS ENVIRONMENT FILES FORMATS JSON EXPORTS \
  "EXIT STATUS" EXAMPLES; do
  check "section $section" grep -qx "$section" "$work/page"
done
for name in CARE_BOOK CARE_STAFF NO_COLOR CLICOLOR CLICOLOR_FORCE TERM COLUMNS; do
  check "environment" grep -qE "^ {5}$name\b" "$work/page"
done

# Every command and every option of its help, and its examples as they can be pasted.
mapfile -t commands < <(care --help | awk '/^Commands:/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }')
options=0 examples=0
for command in "${commands[@]}"; do
  check "$command" has "care $command"
  while read -r option; do
    check "$command $option" has "$option"
    options=$((options + 1))
  done < <(care "$command" --help | grep -oE '^  (-., )?--[a-z-]+' | tr -d ' ' | sed 's/.*,//')
  while read -r example; do
    check "an example of $command" has "$example"
    examples=$((examples + 1))
  done < <(care "$command" --help | sed -n '/^Examples:/,$ { s/^  //p }')
done
check "all were seen" test "${#commands[@]}" -ge 20 -a "$options" -ge 60 -a "$examples" -ge 20

echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
