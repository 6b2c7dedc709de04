#!/bin/bash
# examples/branches: one page for the house. branches_test.sh CARE EXAMPLES parallel|slurm
set -euo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

examples=$(realpath "$2")/branches
work=$(mktemp -d)
mkdir "$work/bin"
ln -s "$(realpath "$1")" "$work/bin/care"
export PATH=$work/bin:$PATH HOME=$work
now=2026-11-23T09:00

fail() { echo "FAILED: $1"; exit 1; }

# What each branch says, one after the other.
one_by_one() {
  mkdir "$work/expected"
  for book in "$work"/books/*; do
    "$examples/branch" "$book" "$work/expected" --now "$now" 2>/dev/null || true
  done
}

cp -r "$examples/books" "$work/books"

house() {
  [[ $(parallel --version 2>/dev/null) == "GNU parallel"* ]] ||
    skip "GNU parallel is not installed"
  command -v duckdb >/dev/null || needs_duckdb

  "$examples/house" "$work/books" --now "$now" >"$work/page.md"
  diff "$examples/page.md" "$work/page.md" || fail "the page is another one"

  # A branch without customers, one whose book has problems and one without a book are told; the
  # others stand as they were.
  printf '[book]\nname = "New"\n' >"$work/books/new.toml"
  printf '[[customer]]\nid = "a*b"\n' >"$work/books/mistaken.toml"
  ln -s nowhere "$work/books/absent.toml"
  local code=0
  "$examples/house" "$work/books" --now "$now" >"$work/page.md" 2>"$work/errors" || code=$?
  [[ $code == 4 ]] || fail "exit code $code"
  for line in '- **absent**: nothing could be read' \
    "- **mistaken**: the book has problems: \`care check\`" \
    "$(grep '^| tucson' "$examples/page.md")" "$(grep '^| yuma' "$examples/page.md")"; do
    grep -qxF -e "$line" "$work/page.md" || { cat "$work/page.md"; fail "no line: $line"; }
  done
  grep -q '^| new | 0 | 0 ' "$work/page.md" || fail "nothing of the new branch"

  mkdir "$work/empty"
  code=0
  "$examples/house" "$work/empty" 2>"$work/errors" || code=$?
  [[ $code == 4 && $(<"$work/errors") == "house: no books in $work/empty" ]] ||
    fail "no books: $code"
  code=0
  "$examples/page" "$work/empty" 2>"$work/errors" || code=$?
  [[ $code == 4 && $(<"$work/errors") == "page: no branch said anything" ]] ||
    fail "no page: $code"
  echo "3 branches on one page, and three that have nothing to say"
}

# A cluster of this machine alone.
slurm() {
  needs {munged,slurmctld,slurmd,sbatch}:slurm-wlm
  [[ $EUID == 0 ]] || skip "only root can start a cluster"
  PATH=$PATH:/usr/sbin
  local here
  here=$(hostname -s)
  mkdir -p "$work"/{munge,state,spool}
  chmod 711 "$work"
  chmod 700 "$work/munge"
  head -c 1024 /dev/urandom >"$work/munge/key"
  chmod 600 "$work/munge/key"
  cat >"$work/slurm.conf" <<CONF
ClusterName=house
SlurmctldHost=$here(127.0.0.1)
SlurmctldPort=$((20000 + $$ % 20000))
SlurmdPort=$((40001 + $$ % 20000))
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CryptoType=crypto/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
ReturnToService=2
JobAcctGatherType=jobacct_gather/none
NodeName=$here NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=500 State=UNKNOWN
PartitionName=all Nodes=$here Default=YES State=UP
CONF
  export SLURM_CONF=$work/slurm.conf
  stop() {
    local file pid
    for file in slurmd.pid slurmctld.pid munge/pid; do
      [[ -s $work/$file ]] || continue
      pid=$(<"$work/$file")
      kill "$pid" 2>/dev/null || true
      # They write down their state before they go.
      for try in {1..100}; do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
      done
    done
    rm -rf "$work"
  }
  trap stop EXIT
  local try=0
  if munged --force --key-file="$work/munge/key" --socket="$work/munge/socket" \
    --pid-file="$work/munge/pid" --log-file="$work/munge/log" --seed-file="$work/munge/seed" &&
    slurmctld && slurmd; then
    for try in {1..100}; do
      [[ $(sinfo -h -o %t 2>/dev/null) == idle ]] && break
      sleep 0.2
    done
  fi
  if [[ $try == 0 || $try == 100 ]]; then
    tail -5 "$work"/slurm*.log || true
    skip_anywhere "munged, slurmctld and slurmd do not run on this machine"
  fi

  one_by_one
  export BOOKS=$work/books OUT=$work/house HERE=$examples CARE_OPTIONS="--now $now"
  mkdir "$OUT"
  cd "$work"
  sbatch --quiet --wait --mem=100 --array=1-3 "$examples/house.sbatch" || fail "the jobs"
  diff -r "$work/expected" "$OUT" || fail "the branches say something else"
  [[ $(find "$OUT" -name '*.review.json' | wc -l) == 3 ]] || fail "not every branch"
  echo "3 branches, a job each"
}

trap 'rm -rf "$work"' EXIT
case $3 in
  parallel) house ;;
  slurm) slurm ;;
esac
