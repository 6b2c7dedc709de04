#!/bin/bash
# Presses Tab in the real shells: completion_test.sh CARE bash|zsh|fish
# The last line is `N passed, M failed`.
set -uo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

shell=$2
here=$(cd "$(dirname "$0")" && pwd)
PATH=$(cd "$(dirname "$1")" && pwd):$PATH
needs "$shell" python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here/../../examples/saguaro" "$work/saguaro"
cd "$work" || exit 1
unset CARE_STAFF XDG_DATA_HOME
export HOME=$work CARE_BOOK=$work/saguaro LC_ALL=C.UTF-8 TERM=dumb
passed=0
failed=0

# expect NAME PATTERN GOT
expect() {
  # shellcheck disable=SC2053  # patterns on purpose
  if [[ $3 == $2 ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n  wanted: %s\n  got: %s\n' "$1" "$2" "$3"
  fi
}

cat >hostile.toml <<'TOML'
[[customer]]
id = "tricky"
name = "x $(touch run) `touch run`"
tags = ["$(touch run)", "`touch run`", "two words", "colon: here", "quo'te", "a\u001b[31mred"]
TOML
cat >say.sh <<'SH'
care() { printf 'ran:'; printf '<%s>' "$@"; echo; }
SH

# What the shell offers for the last of the words, one a line.
offered_bash() {
  # shellcheck disable=SC2016
  bash --norc --noprofile -c 'source <(care completion bash) || exit 1
    COMP_WORDS=(care "$@") COMP_CWORD=$#
    _care 2>&1
    printf "%s\n" "${COMPREPLY[@]}"' bash "$@"
}
offered_fish() {
  # shellcheck disable=SC2016
  fish --no-config -c 'care completion fish | source; complete -C "care $argv"' -- "$*"
}

prepare_zsh() {
  export ZDOTDIR=$work
  cat >.zshrc <<'ZSH'
PS1='ready> ' PROMPT_SP='' PROMPT_CR=''
unsetopt zle_bracketed_paste prompt_sp 2>/dev/null
autoload -Uz compinit && compinit -u -D
setopt list_ambiguous auto_list no_list_beep
LISTMAX=1000
source <(command care completion zsh)
source ./say.sh
ZSH
}

# typed TEXT [WANTED]: what care is then called with; \t is the Tab key. Enter follows once WANTED
# is shown.
typed() {
  case $shell in
    bash)
      printf 'PS1="ready> "\nbind "set enable-bracketed-paste off"\n%s\n%s\n' \
        'source <(command care completion bash)' 'source ./say.sh' >rc
      python3 "$here/press_tab.py" "$1" "${2:-}" bash --noprofile --rcfile rc -i
      ;;
    zsh) python3 "$here/press_tab.py" "$1" "${2:-}" zsh -d -i ;;
  esac | tr -d '\r'
}

[[ $shell == zsh ]] && prepare_zsh
if [[ $shell == bash || $shell == zsh ]]; then
  expect "a customer" "*ran:<show><kiva>*" "$(typed 'care show kiv\t')"
  expect "a command" "*ran:<agenda>*" "$(typed 'care age\t')"
  expect "an option" "*ran:<today><--owner><priya>*" "$(typed 'care today --ow\tpri\t')"
  expect "a value on its option" "*ran:<today><--owner=priya>*" "$(typed 'care today --owner=pri\t')"
  expect "a tag of two words" "*ran:<list><--tag><senior living>*" "$(typed 'care list --tag senio\t')"
  expect "a request" "*ran:<done><kiva><--request><kiva-2026-11-12>*" \
    "$(typed 'care done kiva --request \t')"
  expect "a file" "*ran:<--book><hostile.toml>*" "$(typed 'care --book hosti\t')"
  expect "another book" "*ran:<--book><hostile.toml><show><tricky>*" \
    "$(typed 'care --book hostile.toml show tr\t')"
  expect "a book at home" "*<show><tricky>*" "$(typed 'care --book ~/hostile.toml show tr\t')"
  # shellcheck disable=SC2016
  expect "a tag that is a command stays text" '*ran:<--book><hostile.toml><list><--tag><$(touch run)>*' \
    "$(typed 'care --book hostile.toml list --tag \$\t')"
  expect "several customers are all shown" "*casagrande*copperline*coronado*" \
    "$(typed 'care show c\t\t' coronado)"
else
  expect "a customer" $'kiva\tKiva Credit Union' "$(offered_fish show kiv)"
  expect "a command" $'agenda\tThe pages of several days' "$(offered_fish age)"
  expect "an option" $'--owner\t*' "$(offered_fish today --ow)"
  expect "a value on its option" $'--owner=priya\tPriya Raman' "$(offered_fish today --owner=pri)"
  expect "a tag of two words" "senior living" "$(offered_fish list --tag senio)"
  expect "a request" "kiva-2026-11-12*" "$(offered_fish 'done kiva --request ')"
  expect "a file" "hostile.toml*" "$(offered_fish --book hosti)"
  expect "another book" "tricky*" "$(offered_fish --book hostile.toml show tr)"
  expect "a book at home" "tricky*" "$(offered_fish '--book ~/hostile.toml show tr')"
  # shellcheck disable=SC2016
  expect "a tag that is a command stays text" '$(touch run)' \
    "$(offered_fish '--book hostile.toml list --tag \$')"
  awk '/^```/ { on = /^```sh$/; next } on' "$here/../../README.md" >readme.fish
  expect "the README's commands are there" "3" "$(grep -c '^env\|^care init' readme.fish)"
  expect "they can be typed into fish" "" "$(fish --no-execute readme.fish 2>&1)"
  expect "all customers" "*casagrande*copperline*coronado*" "$(offered_fish 'show ' | sort)"
fi
if [[ $shell == zsh ]]; then
  mkdir site && care completion zsh >site/_care
  # shellcheck disable=SC2016
  sed -i 's|^source <.*|:|; s|^autoload|fpath=($ZDOTDIR/site $fpath); autoload|' .zshrc
  expect "loaded by compinit" "*ran:<show><kiva>*" "$(typed 'care show kiv\t')"
fi
if [[ $shell == bash ]]; then
  expect "within quotes nothing is offered that a shell would run" "" \
    "$(offered_bash --book hostile.toml list --tag '"$')"
  expect "within quotes a tag of two words" "two words" \
    "$(offered_bash --book hostile.toml list --tag '"two')"
  expect "within double quotes a tag with an apostrophe" "quo'te" \
    "$(offered_bash --book hostile.toml list --tag '"quo')"
  expect "within single quotes none with an apostrophe" "" \
    "$(offered_bash --book hostile.toml list --tag "'quo")"
fi
expect "nothing of the book was run" "no" "$([[ -e run ]] && echo yes || echo no)"

echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
