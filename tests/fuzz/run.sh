#!/bin/bash
# Tries inputs at random on each fuzzer in BUILD_DIR/fuzz: run.sh BUILD_DIR SECONDS [TARGET...]
#
#     CXX=clang++ cmake -B build-fuzz -DCARE_SANITIZE=ON -DCARE_BUILD_FUZZ=ON
#     cmake --build build-fuzz --target care_fuzz
#     tests/fuzz/run.sh build-fuzz 60
#
# Without CARE_SANITIZE, many more inputs are tried in the same time, and no memory error is seen:
# so a long run is made there, and its corpus is then read by a build with it.
#
# It starts from what corpus.py makes, from `corpus`, which holds the few inputs of long runs that
# reach most beyond that, and from what earlier runs found in BUILD_DIR/corpus. An input that breaks
# a promise is shown in hexadecimal and kept as crash-*, timeout-* or oom-* in BUILD_DIR/fuzz.
set -euo pipefail

if [[ $# -lt 2 ]]; then
  echo "usage: $0 BUILD_DIR SECONDS [TARGET...]" >&2
  exit 2
fi
build=$(cd "$1" && pwd)
seconds=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/corpus.py" "$work"
# Books are written and synchronized all the time: in memory, where that is possible.
if [[ -w /dev/shm ]]; then
  memory=$(mktemp -d -p /dev/shm care-fuzz-XXXXXX)
  trap 'rm -rf "$work" "$memory"' EXIT
  export TMPDIR=$memory
fi
# What was freed long ago is not waited for, and who allocated is told in two frames.
export ASAN_OPTIONS=quarantine_size_mb=16:malloc_context_size=2${ASAN_OPTIONS:+:$ASAN_OPTIONS}
if [[ $# == 0 ]]; then
  set -- "$build"/fuzz/*_fuzz
fi

# fuzz TARGET: what libFuzzer says of one goes into a file; as many at once as there are processors.
# Its schedule by entropy counts the features of each input: three quarters of the time of a session.
fuzz() {
  local name own seeds=books
  name=$(basename "$1")
  case $name in
    append_fuzz) seeds=records ;;
    import_fuzz) seeds=people ;;
    session_fuzz) seeds=sessions ;;
  esac
  own=$here/corpus/$name
  [[ -d $own ]] || own=
  mkdir -p "$build/corpus/$name" "$work/$name-found"
  "$build/fuzz/$name" "$build/corpus/$name" ${own:+"$own"} "$work/$seeds" \
    -dict="$work/$seeds.dict" -seed=1 \
    -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=4096 -entropic=0 \
    -print_final_stats=1 -artifact_prefix="$work/$name-found/" >"$work/$name.log" 2>&1 ||
    touch "$work/$name.failed"
}
for target; do
  while [[ $(jobs -rp | wc -l) -ge $(nproc) ]]; do wait -n; done
  fuzz "$target" &
done
wait

targets=0
inputs=0
crashes=0
for target; do
  name=$(basename "$target")
  echo "=== $name"
  targets=$((targets + 1))
  if [[ -e $work/$name.failed ]]; then
    crashes=$((crashes + 1))
    for found in "$work/$name-found"/*; do
      [[ -f $found ]] || continue
      echo "=== $name: $build/fuzz/$(basename "$found")"
      od -A x -t x1z "$found"
      cp "$found" "$build/fuzz"
    done
    # Last, since it says at its end which promise was broken, and long logs are cut in the middle.
    cat "$work/$name.log"
  fi
  grep -a '^#.* cov: ' "$work/$name.log" | tail -1 || true
  grep -a '^stat::' "$work/$name.log" || true
  tried=$(awk '/^stat::number_of_executed_units:/ { print $2 }' "$work/$name.log")
  inputs=$((inputs + ${tried:-0}))
done

# What broke in each, once more: of a long output only the end may be left.
for target; do
  name=$(basename "$target")
  [[ -e $work/$name.failed ]] || continue
  echo "=== $name, in short"
  grep -a -A 2 -E '^does not hold:|ERROR:|runtime error:' "$work/$name.log" |
    cut -c 1-300 | head -20 || true
  for found in "$work/$name-found"/*; do
    [[ -f $found ]] && gzip -9 -n <"$found" | base64 | head -c 4000
  done
done

echo "$targets targets fuzzed, $inputs inputs, $crashes crashes"
[[ $targets != 0 && $crashes == 0 ]]
