#!/bin/sh
# How long people wait for verdicts in the workshop: bench/lab/Presses.java says how that is measured.
#   bench/lab/presses.sh
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
jdk=$("$here/etc/find-jdk")
log=$(mktemp)
"$here/heddle" lab --no-open >"$log" &
lab=$!
trap 'kill "$lab" 2>/dev/null; rm -f "$log"' EXIT INT TERM
until grep -q 'token=' "$log"; do sleep 0.1; done
address=$(sed -n 's/^The workshop is at //p' "$log")
"$jdk/bin/java" "$here/bench/lab/Presses.java" "$address" "$here/course/03-race-conditions/Counter.java"
