#!/bin/sh
# Milliseconds from the start of the process to the first response, without and with an AOT cache; medians of 7.
set -eu
cd "$(dirname "$0")/../.."
java=$(etc/find-jdk)/bin/java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
echo hello >"$work/index.html"
# The cache wants a jar; folders of classes are not kept in it.
"$(etc/find-jdk)/bin/jar" --create --file "$work/http.jar" -C http/target/classes .

first() {
  begun=$(date +%s%N)
  "$java" "$@" --add-opens java.base/java.lang=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "$work/http.jar" heddle.http.serve.ServeCommand "$work" --port 18730 >/dev/null 2>&1 &
  pid=$!
  until curl -s -o /dev/null http://127.0.0.1:18730/; do :; done
  echo $((($(date +%s%N) - begun) / 1000000))
  kill $pid
  wait $pid 2>/dev/null || true
}
median() { sort -n | sed -n 4p; }
plain=$(for _ in 1 2 3 4 5 6 7; do first; done | median)
first -XX:AOTCacheOutput="$work/http.aot" >/dev/null
cached=$(for _ in 1 2 3 4 5 6 7; do first -XX:AOTCache="$work/http.aot"; done | median)
echo "first response after $plain ms, with an AOT cache $cached ms"
