#!/bin/bash
# Has a real cron run the lines of the examples and of the README, on what `care init` makes:
# cron_test.sh CARE README; the last line is `N passed, M failed`.
#
# The cron runs apart from the machine's, with files of its own where Debian has them: care in
# /usr/local/bin, a sendmail in /usr/sbin that keeps what it is given, one user. Each line runs at
# once (`@reboot`) instead of at its time, which `crontab -n` reads.
set -uo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

care=$1 readme=$2
if [[ -z ${3:-} ]]; then
  needs {cron,crontab}:cron ifne:moreutils unshare:util-linux
  [[ $EUID == 0 ]] || skip "only root can run a cron apart from the machine's"
  unshare --mount --pid --fork true 2>/dev/null || skip "this machine cannot be divided (unshare)"
  exec unshare --mount --pid --fork --kill-child "$0" "$care" "$readme" apart
fi

crontab=$(cd "$(dirname "$0")/../../examples/automation" && pwd)/crontab
work=$(mktemp -d)
trap 'umount -l "$work"; rm -rf "$work"' EXIT
mount --make-rprivate /
mount -t tmpfs -o mode=755 none "$work"
mount -t proc proc /proc
mkdir "$work/petra"
mkdir -m 1777 "$work/mail"
chown 4242:4242 "$work/petra"

# own FILE LINE...: in place of the machine's FILE, or behind its lines.
own() { printf '%s\n' "${@:2}" >"$work/own" && cat "$work/own" >>"$work/${1##*/}" && mount --bind "$work/${1##*/}" "$1"; }
for file in /etc/passwd /etc/shadow /etc/group; do install -m 644 "$file" "$work/"; done
own /etc/passwd "petra:x:4242:4242::$work/petra:/bin/sh"
own /etc/shadow 'petra:*:20000:0:99999:7:::'
own /etc/group 'petra:x:4242:'
[[ -e /etc/crontab ]] && mount --bind /dev/null /etc/crontab
cp "$(command -v cron)" "$work/cron" && cp "$care" "$work/care"
for directory in /usr/local/bin /usr/sbin /run /var/spool/cron /etc/cron.d; do
  mount -t tmpfs -o mode=755 none "$directory"
done
cp "$work/care" /usr/local/bin/care
mkdir -m 1730 /var/spool/cron/crontabs
cat >/usr/sbin/sendmail <<SH
#!/bin/sh
cat >"\$(mktemp $work/mail/XXXXXX)"
SH
chmod +x /usr/sbin/sendmail

passed=0
failed=0

# check NAME COMMAND...: passed if the command is.
check() {
  if "${@:2}" >"$work/out" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s: %s\n%s\n' "$1" "${*:2}" "$(cat "$work/out")"
    tail -n 30 "$work"/mail/* 2>/dev/null
  fi
}

# ran TABLE COUNT: cron has run its lines, and COUNT mails are there.
ran() {
  local lines cron
  rm -rf "$work"/mail/* /run/crond.reboot "$work"/petra/ended.*
  # Each line leaves a file once it has ended, so that nothing has to be waited for longer.
  sed -E 's/^[0-9]+( +[^ ]+){4} +(.*)/@reboot \2; touch ~\/ended.$$/' "$1" \
    >/var/spool/cron/crontabs/petra
  chown 4242:4242 /var/spool/cron/crontabs/petra
  chmod 600 /var/spool/cron/crontabs/petra
  lines=$(grep -c '^@reboot' /var/spool/cron/crontabs/petra)
  "$work/cron" -f >"$work/cron.log" 2>&1 &
  cron=$!
  for _ in {1..1200}; do
    sleep 0.1
    [[ $(find "$work/petra" -name 'ended.*' | wc -l) == "$lines" ]] || continue
    [[ $(find "$work/mail" -type f -size +0 | wc -l) -ge $2 ]] && break
  done
  sleep 0.3
  kill "$cron" && wait "$cron" 2>/dev/null
  cat "$work/cron.log"
  [[ $(find "$work/mail" -type f | wc -l) == "$2" ]]
}

# mails PATTERN COUNT: that many of the mails have such a line.
mails() { [[ $(cat "$work"/mail/* | grep -cE "$1") == "$2" ]]; }

# in_mails PATTERN COUNT: so many of them have it, however often: that depends on the day.
in_mails() { [[ $(grep -lE "$1" "$work"/mail/* | wc -l) == "$2" ]]; }

as_petra() { su petra -c "cd && $1"; }
check "a fresh book" as_petra "/usr/local/bin/care init"
book=$work/petra/.local/share/care/book.toml

check "the times of the table" crontab -n "$crontab"
sed 's/^#\([0-9]\)/\1/' "$crontab" >"$work/lines"
check "the times of all lines" crontab -n "$work/lines"
grep -v -- --each-owner "$work/lines" >"$work/all"
grep -E -- '^[A-Z]|--each-owner' "$work/lines" >"$work/team"
check "the table has its lines" test "$(grep -cE '^[0-9]' "$work/all")" = 5
check "four lines send a mail, and check has nothing to report" ran "$work/all" 4
check "the page has a subject" mails '^Subject: ' 4
check "and so has the review" mails '^Subject: Care, [A-Z][a-z]+ 2[0-9]{3}: ' 1
check "to whom it is" mails '^To: .*you@example.com' 4
check "cron's own mails say which letters they have" mails '^Content-Type: text/plain; charset=UTF-8' 2
check "and have them" in_mails 'Harbor Café' 2

awk '/^```crontab$/ { on = 1; next } /^```/ { on = 0 } on' "$readme" >"$work/readme"
check "the times in the README" crontab -n "$work/readme"
lines=$(grep -cE '^[0-9]' "$work/readme")
check "the README has lines" test "$lines" -ge 1
check "each sends a mail" ran "$work/readme" "$lines"
check "a page, and nothing to complain of" mails '^Subject: Cron' 0

printf '\nevry = "2w"\n' >>"$book"
grep -E '^[A-Z]|care check' "$crontab" >"$work/check"
check "a mistake is mailed" ran "$work/check" 1
check "with what is wrong" mails 'evry' 1
printf '[book]\nname = "x"\n' >"$book"
grep -v 'care review' "$work/all" >"$work/daily"
check "a quiet day is quiet" ran "$work/daily" 0
cat >"$book" <<'TOML'
[book]
owner = "ann"
[[staff]]
id = "ann"
name = "Ann"
email = "ann@example.com"
[[staff]]
id = "joe"
name = "Joe"
email = "joe@example.com"
[[customer]]
id = "acme"
name = "Acme"
TOML
check "the table has lines for a team" test "$(grep -c -- --each-owner "$work/team")" = 2
check "a page and a review for who has customers" ran "$work/team" 2
check "to herself" mails '^To: .*ann@example.com' 2
check "one of them the review" mails '^Subject: Care, [A-Z][a-z]+ 2[0-9]{3}: ' 1
check "what was sent is gone" test -z "$(find "$work"/petra/mail "$work"/petra/reviews -name '*.eml')"
cp "$book" "$work/sound"
printf 'evry = "2w"\n' >>"$book"
check "the same with a problem, which cron's own mails tell" ran "$work/team" 4
check "to herself all the same" mails '^To: .*ann@example.com' 2
check "from both lines" mails '^care: .*evry' 2
sed '/ann@/d' "$work/sound" >"$book"
printf 'owner = "joe"\n[[customer]]\nid = "bee"\nname = "Bee"\n' >>"$book"
check "whose address is missing is told" ran "$work/team" 4
check "by both lines" mails '^care: no message for ann' 2
check "and withholds nothing from others" mails '^To: .*joe@example.com' 2

echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
