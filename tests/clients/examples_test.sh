#!/bin/bash
# Does with the examples what their readers would: examples_test.sh CARE
# The last line is `N passed, M failed`.
set -uo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

needs git ifne:moreutils msmtp python3 shellcheck systemd-analyze:systemd tmux
PATH=$(cd "$(dirname "$1")" && pwd):$PATH
examples=$(cd "$(dirname "$0")/../../examples" && pwd)
automation=$examples/automation
work=$(mktemp -d)
trap 'tmux -L "care-$$" kill-server 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir bin home
PATH=$work/bin:$PATH
export HOME=$work/home CARE_BOOK=$examples/saguaro LC_ALL=C.UTF-8
unset CARE_STAFF XDG_DATA_HOME XDG_CONFIG_HOME GIT_DIR
printf '#!/bin/sh\ncat >>"%s/sent"\n' "$work" >bin/sendmail
chmod +x bin/sendmail
passed=0
failed=0

# expect NAME CODE PATTERN COMMAND: the command, run by bash, ends with CODE, and what it prints,
# errors included, is like PATTERN.
expect() {
  local got code
  got=$(bash -c "$4" 2>&1 </dev/null)
  code=$?
  # shellcheck disable=SC2053  # patterns on purpose
  if [[ $code == $2 && $got == $3 ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s: %s\n  exit code %s\n%s\n' "$1" "$4" "$code" "$got"
  fi
}

mkdir units
cp "$automation"/care-today.* units
expect "the units" 0 "" "XDG_RUNTIME_DIR='$work' SYSTEMD_LOG_LEVEL=warning systemd-analyze verify --user --man=no \
  units/care-today.service units/care-today.timer"
expect "the time of the timer" 0 "*Next elapse: *07:30:00*" "systemd-analyze calendar \
  \"\$(sed -n 's/^OnCalendar=//p' units/care-today.timer)\""
script=$(sed -n "s/^ExecStart=.* -c '\(.*\)'$/\1/p" units/care-today.service)
echo "$script" >service.sh
expect "the service's line" 0 "" "shellcheck -s bash service.sh"
expect "the service sends a fresh book" 0 "Subject: *" \
  "care init fresh.toml >/dev/null && CARE_BOOK=fresh.toml bash -o pipefail service.sh && grep '^Subject:' sent"
expect "the service looks where sendmail is" 0 "*:/usr/sbin*" \
  "grep '^Environment=PATH=/usr/local/bin:/usr/bin' units/care-today.service"

install -m 600 "$automation/msmtprc" msmtprc
echo secret >home/.msmtp.password
expect "msmtp reads its settings" 0 "*smtp.example.com*" \
  "printf 'To: a@example.com\n\nx\n' | msmtp -C msmtprc --pretend -t"

status="tmux -L 'care-$$' -f '$automation/tmux.conf'"
expect "tmux takes its settings" 0 "*care: #(*care today*" \
  "$status new-session -d && tmux -L 'care-$$' show-options -gv status-right"
line=$(sed -n 's/.*#(\(.*\)).*/\1/p' "$automation/tmux.conf")
expect "tmux shows a number" 0 "[1-9]*" "${line:-false}"
expect "tmux shows that there is no book" 0 "[?]" "CARE_BOOK=none.toml; ${line:-false}"
line=$(python3 -c 'import json, sys
print(json.load(open(sys.argv[1]))["custom/care"]["exec"])' "$automation/waybar.json")
expect "waybar shows a number" 0 "[1-9]*" "${line:-false}"
expect "waybar shows that there is no book" 0 "[?]" "CARE_BOOK=none.toml; ${line:-false}"

# The N-th block of the team's page.
block() { awk -v n="$1" '/^```/ { on = /^```sh$/; if (on) i++; next } on && i == n' "$examples/team/README.md"; }
export GIT_CONFIG_GLOBAL=$work/gitconfig
printf '[user]\nname = x\nemail = x@example.com\n[init]\ndefaultBranch = main\n' >gitconfig
export TEAM=$examples/team BOOK=$work/book CARE_BOOK=.
expect "the hook" 0 "" "shellcheck '$TEAM/hooks/pre-commit'"
block 1 >once.sh && block 2 >each.sh && block 3 >daily.sh
expect "the team's set-up" 0 "book.toml: your book*" "bash -eu once.sh"
cat >>book/book.toml <<'TOML'
[[staff]]
id = "dana"
name = "Dana"
[[staff]]
id = "luis"
name = "Luis"
[[customer]]
id = "kiva"
name = "Kiva Credit Union"
since = 2020-01-01
TOML
expect "a sound book is committed" 0 "" "cd book && git commit -qam staff && \
  git clone -q --bare . ../place.git && git remote add origin ../place.git && \
  git fetch -q && git branch -q -u origin/main && git clone -q ../place.git ../luis"
expect "another machine" 0 "" "cd luis && sh -eu ../each.sh"
expect "a day of Dana's" 0 "*kiva: call logged.*" "cd book && CARE_STAFF=dana sh -eu ../daily.sh"
expect "a day of Luis's, at the same time" 0 "*kiva: call logged.*" \
  "cd luis && CARE_STAFF=luis sh -eu <(sed 's/^git pull.*//; s/^git push/git pull -q --rebase; &/' ../daily.sh)"
expect "nothing to merge" 0 "*log-dana.toml*log-luis.toml*" "cd luis && git ls-files && care check"
expect "a mistake is not committed" 1 "*book.toml:*evry*pre-commit:*" \
  "cd luis && echo 'evry = \"2w\"' >>book.toml && git commit -qam wrong"
expect "put right but not staged, it is still a mistake" 1 "*evry*" \
  "cd luis && git add book.toml && sed -i '\$d' book.toml && git commit -qm wrong"
expect "put right" 0 "" "cd luis && echo 'every = \"2w\"' >>book.toml && git commit -qam right"
expect "what is left behind is no part of it" 0 "" \
  "cd luis && touch .care-draft-abc123 book.toml~ .book.toml.swp && git status --short"

echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
