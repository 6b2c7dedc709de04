#!/bin/bash
# Tries books at random on each fuzzer in BUILD_DIR/fuzz: run.sh BUILD_DIR SECONDS
#
#     CXX=clang++ cmake -B build-fuzz -DCARE_BUILD_FUZZ=ON
#     cmake --build build-fuzz --target care_fuzz
#     tests/fuzz/run.sh build-fuzz 60
#
# An input that breaks a promise is shown in hexadecimal and kept as crash-*, timeout-* or oom-*
# in BUILD_DIR/fuzz.
set -euo pipefail

if [[ $# != 2 ]]; then
  echo "usage: $0 BUILD_DIR SECONDS" >&2
  exit 2
fi
build=$(cd "$1/fuzz" && pwd)
seconds=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/corpus.py" "$work/seeds" "$work/dictionary"

targets=0
inputs=0
crashes=0
for target in "$build"/*_fuzz; do
  name=$(basename "$target")
  mkdir "$work/$name" "$work/$name-found"
  echo "=== $name"
  targets=$((targets + 1))
  if ! "$target" "$work/$name" "$work/seeds" -dict="$work/dictionary" -seed=1 \
    -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=4096 \
    -print_final_stats=1 -artifact_prefix="$work/$name-found/" >"$work/log" 2>&1; then
    crashes=$((crashes + 1))
    cat "$work/log"
    for found in "$work/$name-found"/*; do
      [[ -f $found ]] || continue
      echo "=== $name: $build/$(basename "$found")"
      od -A x -t x1z "$found"
      cp "$found" "$build"
    done
  fi
  grep '^stat::' "$work/log" || true
  tried=$(awk '/^stat::number_of_executed_units:/ { print $2 }' "$work/log")
  inputs=$((inputs + ${tried:-0}))
done

echo "$targets targets fuzzed, $inputs inputs, $crashes crashes"
[[ $targets != 0 && $crashes == 0 ]]
