#!/bin/bash
# What only the real program can show: exit codes as a shell sees them, pipes, full disks.
# binary_test.sh CARE VERSION [sanitized]; the last line is `N passed, M failed`.
set -uo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/skip.sh"
PATH=$(cd "$(dirname "$1")" && pwd):$PATH
version=$2
quick=quick
[[ -n ${3:-} ]] && quick="*"  # a sanitized program takes its time
here=$(cd "$(dirname "$0")" && pwd)
examples=$(cd "$(dirname "$0")/../examples" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
unset CARE_BOOK XDG_DATA_HOME NO_COLOR CLICOLOR CLICOLOR_FORCE COLUMNS LINES CARE_STAFF CARE_PAGER PAGER
export HOME=$work LC_ALL=C
passed=0
failed=0

# expect NAME CODE OUT ERR COMMAND: the command, run by bash, ends with CODE, and what it prints on
# standard output and standard error is OUT and ERR; all three are patterns.
expect() {
  local name=$1 code=$2 out=$3 err=$4 got complaint=""
  bash -c "$5" >"$work/out" 2>"$work/err" </dev/null
  got=$?
  # shellcheck disable=SC2053  # patterns on purpose
  [[ $got == $code ]] || complaint+="  exit code $got instead of $code"$'\n'
  # shellcheck disable=SC2053
  [[ $(cat "$work/out") == $out ]] || complaint+="  out: $(head -5 "$work/out")"$'\n'
  # shellcheck disable=SC2053
  [[ $(cat "$work/err") == $err ]] || complaint+="  err: $(head -5 "$work/err")"$'\n'
  if [[ -z $complaint ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s: %s\n%s' "$name" "$5" "$complaint"
  fi
}

today="care --book '$examples/saguaro' today --today 2026-11-23"

expect "the version" 0 "care $version" "" "care --version"
expect "the help" 0 "*today*" "" "care --help"
expect "an agenda" 0 "?*" "" "$today"
expect "an agenda with something due" 1 "?*" "" "$today --exit-code"
expect "the machine's own clock" 0 "?*" "" "care --book '$examples/saguaro' today"
expect "a mistyped subcommand" 2 "" "?*" "care tody"
expect "an unknown option" 2 "" "?*" "$today --nonesuch"
expect "a broken book" 3 "?*" "?*" "echo '[[customer]]' | care --book - today --today 2026-11-23"
expect "a missing book" 4 "" "*nowhere.toml*care init*" "care --book nowhere.toml today"
expect "no home" "[24]" "" "?*" "env -u HOME care today"
expect "a full disk" 4 "" "?*" "$today >/dev/full"
expect "a closed standard output" 4 "" "?*" "$today >&-"
expect "nowhere left to complain" 4 "" "" "$today >/dev/full 2>/dev/full"
expect "a reader that has read enough" 0 "?*" "" "$today | head -1"
expect "a reader that is gone" 0 "" "" "(sleep 0.2; $today) | true"

# How it was linked: what a start reads is short.
if [[ -n ${CARE_FIRST_FUNCTIONS:-} ]]; then
  expect "what today runs stands side by side: tests/bench/first_functions.py" 0 "first" "" \
    "size -A '$1' | awk '\$1 == \".text.first\" && \$2 > 800000 && \$2 < 2000000 { print \"first\" }'"
fi
if [[ -r /etc/debian_version && -z ${3:-} ]]; then
  expect "no library but that of C" 0 "0" "" "ldd '$1' | grep -c -e libstdc -e libfmt -e libm.so || :"
fi

# Pages that need no book, and what the Tab key asks for.
for words in "man" "completion bash" "completion zsh" "completion fish"; do
  expect "a page that needs no book" 0 "?*" "" "env -u HOME care $words"
  expect "a full disk" 4 "" "*standard output*" "care $words >/dev/full"
  expect "a reader that has read enough" 0 "?*" "" "care $words | head -1"
done
ask="care __complete --book '$examples/saguaro' show"
expect "completions" 0 "words*kiva*" "" "$ask ''"
expect "a full disk" 4 "" "?*" "$ask '' >/dev/full"
expect "a reader that has read enough" 0 "words" "" "$ask '' | head -1"
python3 "$here/bench/make_book.py" 1000 >large.toml
cat >fastest.py <<'EOF'
import os, subprocess, sys
def once():  # the processor's time, whatever else the machine does
    child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{sys.argv[1:]} failed")
    return 1000 * (used.ru_utime + used.ru_stime)
fastest = min(once() for _ in range(10))
print("quick" if fastest < 50 else f"{fastest:.0f} ms")
EOF
for place in "show" "today --owner" "today --tag" "log --request" "log --promise"; do
  expect "completions from 1,000 customers" 0 "$quick" "" \
    "python3 fastest.py care __complete --book large.toml $place ''"
done

# The environment.
escape=$'*\e\\[*'
has_color="grep -q $'\e' && echo colour || echo none"
expect "CARE_BOOK" 0 "Monday 23 November 2026*" "" \
  "CARE_BOOK='$examples/saguaro' care today --today 2026-11-23"
expect "CARE_BOOK that is not there" 4 "" "*nowhere.toml*" "CARE_BOOK=nowhere.toml care"
expect "XDG_DATA_HOME" 4 "" "*/data/care/book.toml*" "XDG_DATA_HOME=/data care"
expect "HOME" 4 "" "*$work/.local/share/care/book.toml*" "care"
expect "CARE_STAFF" 0 "*for Priya*" "" "CARE_STAFF=priya $today"
expect "CARE_STAFF who is nobody" 2 "" "*CARE_STAFF*nobody*" "CARE_STAFF=nobody $today"
expect "COLUMNS" 0 "wide" "" "test \$(COLUMNS=200 $today | wc -L) -gt 80 && echo wide"
expect "few COLUMNS" 0 "narrow" "" "test \$(COLUMNS=60 $today | wc -L) -le 60 && echo narrow"
expect "no terminal" 0 "none" "" "TERM=xterm $today | $has_color"
expect "CLICOLOR_FORCE" 0 "$escape" "" "CLICOLOR_FORCE=1 TERM=dumb $today"
expect "NO_COLOR beats it" 0 "none" "" "NO_COLOR=1 CLICOLOR_FORCE=1 $today | $has_color"
expect "NO_COLOR that is empty" 0 "$escape" "" "NO_COLOR= CLICOLOR_FORCE=1 $today"
expect "--color beats both" 0 "$escape" "" "NO_COLOR=1 CLICOLOR=0 $today --color always"
if command -v script >/dev/null; then
  echo "exec $today" >today.sh
  for row in "TERM=xterm colour" "TERM=dumb none" "TERM= none" "TERM=xterm CLICOLOR=0 none" \
    "TERM=xterm CLICOLOR=1 colour" "TERM=xterm NO_COLOR=1 none"; do
    expect "on a terminal" 0 "${row##* }" "" \
      "env ${row% *} script -qec 'sh today.sh' /dev/null | $has_color"
  done
  for row in "LINES=5 paged" "LINES=500 printed" "COLUMNS=80 printed" \
    "LINES=5 CARE_PAGER=cat printed" "LINES=5 TERM=dumb printed"; do
    expect "a page that is longer than the screen" 0 "${row##* }" "" \
      "env PAGER='sed s/^/PAGED/' TERM=xterm ${row% *} script -qec 'sh today.sh' /dev/null |
        (grep -q ^PAGED && echo paged || echo printed)"
  done
else
  skip_part "script (bsdutils) is not installed"
fi

# What writes to a book.
fresh="cp '$examples/corner-shop.toml' shop.toml; export CARE_BOOK=shop.toml"
expect "a record" 0 "rosa: call logged.*" "" "$fresh; care log rosa hello --call --today 2026-11-23"
expect "a record by the machine's own clock" 0 "rosa: contact logged.*" "" "$fresh; care log rosa"
expect "a record that stands behind the book" 0 "*said = \"hello\"" "" \
  "$fresh; care log rosa hello --today 2026-11-23 >/dev/null && tail -1 shop.toml"
expect "an answer that nobody can read" 4 "" "*the record is in the book" \
  "$fresh; care log rosa hello --today 2026-11-23 >/dev/full"
expect "a text that is no UTF-8" 2 "" "*UTF-8*" "$fresh; care log rosa \$'\\xff'"
expect "no terminal, no questions" 0 "rosa: contact logged.*" "" "$fresh; care log rosa"
cat >write_all.sh <<'EOF'
mkdir -p team && cp "$1" team/book.toml && export CARE_BOOK=team
care log rosa $'a "b"\n\x7f\u202e' --greeted --heard '\n' --today 2026-11-23
care request rosa x --urgent --today 2026-11-23
care promise rosa y --due fri
care add Ünal --birthday 02-29 --tag a --tag b --contact Ana
care purchase rosa z --amount 99.50 --currency EUR
care snooze rosa 2w away
EOF
expect "any reader of TOML 1.0 takes what care writes" 0 "7" "" \
  "bash write_all.sh '$examples/corner-shop.toml' >/dev/null; python3 -c 'import tomllib
log = tomllib.load(open(\"team/log.toml\", \"rb\"))
print(sum(len(tables) for tables in log.values()) + len(log[\"customer\"][0][\"contact\"]))'"
cat >editor.sh <<'EOF'
#!/bin/sh
echo "$1"
echo 'oops' >>"$2"
EOF
chmod +x editor.sh
expect "an editor" 3 "+[0-9]*error*oops*" "" "$fresh; EDITOR=./editor.sh care edit rosa"
expect "an editor that is not there" 4 "" "*nonesuch*EDITOR*" \
  "$fresh; EDITOR=nonesuch care edit rosa"
cat >interrupting.sh <<'EOF'
#!/bin/sh
kill -INT $PPID
kill -QUIT $PPID
echo 'oops' >>"$2"
exit 1
EOF
chmod +x interrupting.sh
expect "keys that are meant for the editor" 3 "error*oops*" "" \
  "$fresh; EDITOR=./interrupting.sh care edit rosa | sed 's/^[^ ]* //'; exit \${PIPESTATUS[0]}"

# Where output may go.
expect "the file that standard input is" 4 "" "*is what standard input comes from*" \
  "$fresh; export CARE_BOOK=; care --book - today --force -o shop.toml <shop.toml"
expect "the same by its other name" 4 "" "*standard input*" \
  "$fresh; export CARE_BOOK=; care --book - today -o /dev/stdin <shop.toml"
for text in "$(tr '\n' '\r' <"$examples/corner-shop.toml")" "customer = [{id='a', name='A'}]" \
  "[['customer']]"$'\n'"'id' = 'a'"$'\n'"'name' = 'A'" "['book']"$'\n'"name = 'A'" "book.name = 'A'" \
  "touch = [{customer = 'a', on = 2026-11-20}]" "staff = [{id = 'a', name = 'A'}]"; do
  printf %s "$text" >spelled
  expect "a book in another spelling" 4 "" "*is a customer book*" "care man -o spelled"
  printf %s "$text" | iconv -f UTF-8 -t UTF-16 >spelled
  expect "the same as UTF-16" 4 "" "*is a customer book*" "care man -o spelled"
done
for words in "today --format "{text,markdown,json,jsonl,csv,html,email,ics,remind,org} \
  "export "{calendar,contacts,csv,json} "review --format "{text,markdown,json,csv,html,email} list journal \
  "message rosa" "man" "man book" "completion bash"; do
  case $words in list | journal | message*) out="> own" ;; *) out="-o own" ;; esac
  expect "care's own output is no book" 0 "" "" \
    "export CARE_BOOK='$examples/corner-shop.toml'; [[ '$words' != *email ]] || to='--to a@b.de'
     care --now 2026-11-23T08:00 $words \$to $out 2>/dev/null; care man -o own"
done
expect "a link of the book to a place where nothing is" 4 "" "*part of the book*" \
  "mkdir -p linking && cp '$examples/corner-shop.toml' linking && ln -sf ../zz.toml linking/zz.toml
   CARE_BOOK=linking care man -o zz.toml"
expect "a pipe that nobody reads from" 4 "" "*is a pipe that nobody reads from" \
  "mkfifo pipe; timeout 20 care man -o pipe"
expect "a pipe with a reader" 0 ".Dd*" "" "cat pipe & care man -o pipe; wait"
expect "a pipe without a name" 0 ".Dd*" "" "care man -o >(cat) | cat"
expect "a link to the book" 4 "" "*part of the book*" \
  "$fresh; ln -sf shop.toml link; care man -o link"
expect "a book that is not there yet, behind a link" 4 "" "*part of the book*" \
  "ln -sf later.toml link.toml; CARE_BOOK=link.toml care man -o later.toml"
expect "one's own link" 0 "link" "" "$fresh; ln -sf page link; care man -o link && find link -type l"
if [[ $(id -u) == 0 ]]; then
  expect "another user's link" 4 "" "*another user made*" \
    "$fresh; ln -sf page theirs; chown -h 65534 theirs; ln -sf theirs mine; care man -o mine"
else
  skip_part "links of other users: not root here"
fi
expect "messages are for their readers alone" 0 "700" "" \
  "rm -rf mail; $today --format email --each-owner mail && stat -c %a mail"

cat >ann.toml <<'EOF'
[[staff]]
id = "ann"
name = "Ann"
email = "ann@example.com"
[[customer]]
id = "acme"
name = "Acme"
EOF
printf '%s\n' '[[staff]]' 'id = "bo"' 'name = "Bo"' 'email = "bo@example.com"' | cat ann.toml - >both.toml
expect "who has left gets no page of another day" 0 "ann.eml bo.eml"$'\n'"ann.eml copy.eml list.eml" "" \
  "rm -rf mail; each='today --now 2026-11-23T08:00 --format email --each-owner mail'
   care --book both.toml \$each; echo \$(ls mail); cp mail/bo.eml mail/copy.eml; touch mail/list.eml
   care --book ann.toml \$each; echo \$(ls mail)"

expect "output is for its reader alone" 0 "600 600" "" \
  "umask 022; care man -o alone && care init alone.toml >/dev/null && echo \$(stat -c %a alone alone.toml)"

# What stands under its name is on the disk, and so is the name.
if [[ -n ${3:-} ]]; then
  skip_part "the order on the disk: not every call of a sanitized program is care's own"
elif command -v strace >/dev/null && strace -o calls true 2>/dev/null; then
  for words in "man -o kept" "init kept.toml" "today -o kept.txt"; do
    expect "on the disk" 0 "fsync rename fsync" "" \
      "export CARE_BOOK='$examples/corner-shop.toml'; [[ '$words' != init* ]] || export CARE_BOOK=
       strace -f -o calls -e trace=fsync,rename,renameat2 care $words >/dev/null &&
         echo \$(grep -oE '(fsync|rename)' calls)"
  done
else
  skip_part "the order on the disk: no strace, or it may not trace here"
fi

# What killed runs left goes, what lives stays.
for words in "man -o page" "init new.toml" "log rosa" "today --format email --each-owner ." \
  "today --today 2026-11-23 --only no_plan --if-any --format email --each-owner ." \
  "export calendar --vdir ."; do
  expect "drafts" 0 ".care-draft-living" "" \
    "mkdir place; cd place; cp '$examples/saguaro/'*.toml .; cp '$examples/corner-shop.toml' b.toml
     export CARE_BOOK=b.toml; [[ '$words' != *owner* ]] || export CARE_BOOK='$examples/saguaro'
     touch .care-draft-dead .care-draft-living; exec 9>.care-draft-living; flock 9
     care $words >/dev/null && ls -A | grep draft; rm -rf ../place"
done

# What a pipe brings has a name in the shell.
expect "import of a pipe" 0 "*1 customer added*" "" \
  "$fresh; care import <(printf 'BEGIN:VCARD\nFN:Joe Tran\nEND:VCARD\n') --yes"

# A new file of a directory is no more public than the others.
for row in "644 600 600" "640 604 600" "444 644 644" "664 664 664"; do
  expect "a new file of a directory, $row" 0 "${row##* }" "" \
    "rm -rf mixed; mkdir mixed; cp '$examples/corner-shop.toml' mixed/b.toml; touch mixed/a.toml
     read -r a b new <<<'$row'; chmod \$a mixed/a.toml; chmod \$b mixed/b.toml
     CARE_BOOK=mixed care log rosa >/dev/null && stat -c %a mixed/log.toml"
done

# Zeros at the end, as a power cut leaves them, are told as such, and nothing is put behind them.
printf "[[customer]]\nid = 'a'\nname = 'A'\n" >sound.toml
printf 'name\nBirch\n' >birch.csv
for words in "log a" "add Bo" "import birch.csv --yes" "set a --phone 1" "undo"; do
  expect "zeros at the end" 4 "same" "care: zeros.toml:4:1: the file looks damaged*restore a backup*nothing*" \
    "(cat sound.toml; head -c 50 /dev/zero) >zeros.toml; cp zeros.toml before; export CARE_BOOK=zeros.toml
     care $words; code=\$?; cmp zeros.toml before && echo same; exit \$code"
done

# What an import prints of somebody known is taken over by bash as it stands.
cat >news.csv <<'EOF'
Name,Email,Nickname,Address,Notes,Tags,Anniversary
Odile Martin,odile@example.com,-Odi,"- the ""Oak""
it's $5!","[tea, rum]",-vip,2002-09-21
EOF
cat >news.vcf <<'EOF'
BEGIN:VCARD
FN:Odile Martin
EMAIL:odile@example.com
NOTE:it's \\ "so"!\nESC end
END:VCARD
EOF
sed -i $'s/ESC/\x1b[1m\xe2\x80\xae/' news.vcf
for file in news.csv news.vcf; do
  expect "news as they are printed" 0 "1 read: 0 new, 1 known" "" \
    "printf '%s\n' '[[customer]]' 'id = \"odile\"' 'name = \"Odile Martin\"' \
       'email = \"odile@example.com\"' >odile.toml
     export CARE_BOOK=odile.toml; care import $file --yes | grep '^    care' >commands.sh
     bash -e commands.sh >/dev/null; care import $file --yes"
done

# Access lists and other attributes.
if command -v setfacl >/dev/null && touch listed && setfacl -m u:65534:r listed 2>/dev/null; then
  expect "an access list" 0 "same" "" \
    "$fresh; chmod 600 shop.toml; setfacl -m u:65534:r shop.toml; getfacl -c shop.toml >before
     care log rosa >/dev/null && getfacl -c shop.toml | cmp - before && echo same"
  expect "a file without one, in a directory that gives it" 0 "640 same" "" \
    "mkdir -p listing; setfacl -d -m u:65534:rw listing
     cp '$examples/corner-shop.toml' listing; setfacl -b listing/*.toml; chmod 640 listing/*.toml
     getfacl -c listing/*.toml >before; CARE_BOOK=listing/corner-shop.toml care log rosa >/dev/null
     stat -c '%a same' listing/*.toml; getfacl -c listing/*.toml | cmp - before"
  expect "a new file of a directory" 0 "same" "" \
    "mkdir -p joint; cp '$examples/corner-shop.toml' joint; chmod 600 joint/*.toml
     setfacl -m u:65534:r joint/*.toml; getfacl -c joint/*.toml >before
     CARE_BOOK=joint care log rosa >/dev/null; getfacl -c joint/log.toml | cmp - before && echo same"
else
  skip_part "access lists: no setfacl (acl), or none on this disk"
fi
if command -v setfattr >/dev/null && touch marked && setfattr -n user.a -v b marked 2>/dev/null; then
  expect "an attribute" 0 "*user.a=\"b\"*" "" \
    "$fresh; setfattr -n user.a -v b shop.toml; care log rosa >/dev/null; getfattr -d shop.toml"
else
  skip_part "extended attributes: no setfattr (attr), or none on this disk"
fi

# Little memory; too little to start at all is the loader's affair.
if [[ -z ${3:-} ]]; then
  cat >memory.sh <<'EOF'
for ((kib = 5000; kib < 40000; kib += 1000)); do
  [[ -n $starts ]] || (ulimit -v $kib && exec care --version) >/dev/null 2>&1 || continue
  starts=yes
  (ulimit -v $kib && exec "$@") >/dev/null 2>said || echo "$? $(cat said)"
done 2>/dev/null | sort -u
EOF
  for words in "today --format html" "check" "list" "export csv"; do
    expect "little memory" 0 "4 care: out of memory" "" \
      "bash memory.sh care --book large.toml $words"
    expect "little memory" 0 "4 care: out of memory" "" \
      "cp large.toml l.toml; exec <l.toml; bash memory.sh care --book /dev/stdin $words"
  done
  expect "little memory for a record" 0 "4 care: out of memory*" "" \
    "cp large.toml l.toml; bash memory.sh care --book l.toml log c000701 hello"
  expect "a small stack" 0 "" "" \
    "for ((kib = 24; kib < 512; kib += 8)); do
       (ulimit -s \$kib && exec care --book large.toml today) >/dev/null 2>said
       code=\$?; [[ \$code == 0 || \$code == 139 && -z \$runs ]] && continue
       runs=yes; [[ \$code == 4 && \$(cat said) == *'the stack is full' ]] || echo \"\$kib: \$code\"
     done 2>/dev/null"
fi

echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
