#!/bin/bash
# DuckDB reads the journal and the list, and counts as the review does: duckdb_test.sh CARE EXAMPLES
set -euo pipefail

skip() {
  echo "skipped: $1"
  [[ -z ${CI:-} ]] && exit 77
  exit 1
}
# Not of Debian: not everybody can install it.
skip_duckdb() {
  echo "skipped: DuckDB is not installed: npm install -g @duckdb/node-api"
  exit 77
}

for program in node jq; do
  command -v "$program" >/dev/null || skip "$program is not installed"
done
care=$(realpath "$1")
examples=$(realpath "$2")
here=$(realpath "$(dirname "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work CARE_BOOK=$examples/saguaro
cd "$work"
echo "SELECT 'here' AS line;" >one.sql
[[ $(node "$examples/branches/page.mjs" one.sql 2>/dev/null) == here ]] ||
  skip_duckdb

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
