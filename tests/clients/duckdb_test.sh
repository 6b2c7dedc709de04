#!/bin/bash
# DuckDB reads the journal and the list, and counts as the review does: duckdb_test.sh CARE EXAMPLES
set -euo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

needs node:nodejs jq
needs_duckdb
care=$(realpath "$1")
examples=$(realpath "$2")
here=$(realpath "$(dirname "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work CARE_BOOK=$work/book
cd "$work"
cp -R "$examples/saguaro" book
# What was paid back is a number below 0.
printf '\n[[purchase]]\ncustomer = "%s"\non = 2026-10-05\nwhat = "%s"\namount = %s\n' \
  lakeshore "deposit, paid back" -1000 verde "one rail too many" -12.5 >>book/log-dana.toml

for period in "" "--last month" "--from 2026-06-01 --to 2026-11-08"; do
  for form in csv jsonl; do
    "$care" journal --now 2026-11-23T09:00 --from 2000-01-01 --format "$form" >"journal.$form"
  done
  for form in csv json; do
    "$care" list --all --now 2026-11-23T09:00 --format "$form" >"list.$form"
  done
  for form in csv json; do
    # shellcheck disable=SC2086  # several options
    "$care" review --now 2026-11-23T09:00 $period --format "$form" >"review.$form"
  done
  node "$examples/branches/page.mjs" "$here/duckdb.sql" >counted
  for name in thanked heard promises; do
    jq -r --arg name "$name" '.measures[] | select(.name == $name) |
      "\(.name) \(.good) of \(.total)"' review.json
  done >said
  diff said counted || { echo "FAILED: other numbers, of ${period:-the last 90 days}"; exit 1; }
  paste -sd, said
done
