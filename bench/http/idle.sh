#!/bin/sh
# What idle connections cost: heap and resident memory for each of 10,000, what 64 busy connections lose beside them, and how
# long slow clients are borne with the default deadlines.
#   bench/http/idle.sh [connections]     needs wrk and a built http module; descriptors for as many connections
set -eu
cd "$(dirname "$0")/../.."
count=${1:-10000}
jdk=$(etc/find-jdk)
work=$(mktemp -d)
server=
clients=
finish() {
  for p in $clients $server; do kill "$p" 2>/dev/null; done
  wait 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT INT TERM
mkdir "$work/site"
head -c 1024 /dev/zero | tr '\0' x >"$work/site/1k"
head -c 1048576 /dev/zero | tr '\0' x >"$work/site/1m"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
path=http/target/classes:http/target/test-classes

"$jdk/bin/java" --add-opens java.base/java.lang=ALL-UNNAMED -Xmx256m -XX:+UseSerialGC \
  ${HEDDLE_CARRIER:+-Dheddle.carrier=$HEDDLE_CARRIER} \
  -cp $path heddle.http.bench.BenchServer "$work/site" "$work/cert.pem" "$work/key.pem" 18720 18721 &
server=$!
until curl -s -o /dev/null http://127.0.0.1:18720/1k; do sleep 0.2; done

busy() { wrk -t2 -c64 -d3s http://127.0.0.1:18720/1k | awk '/Requests\/sec/ { print $2 }'; }
heap() {
  "$jdk/bin/jcmd" $server GC.run >/dev/null
  "$jdk/bin/jcmd" $server GC.heap_info | grep -o 'used [0-9]*K' | head -2 | awk '{ s += $2 } END { print s + 0 }'
}
resident() { awk '/VmRSS/ { print $2 }' /proc/$server/status; }

busy >/dev/null
heap0=$(heap); rss0=$(resident)
mkfifo "$work/hold"
"$jdk/bin/java" -Xmx256m -cp $path heddle.http.bench.IdleClients 18720 "$count" <"$work/hold" >"$work/said" &
clients=$!
exec 3>"$work/hold"
until grep -q idle "$work/said"; do sleep 0.2; done
heap1=$(heap); rss1=$(resident)
awk -v n="$count" -v h=$((heap1 - heap0)) -v r=$((rss1 - rss0)) \
  'BEGIN { printf "%d idle connections: %.2f KiB of heap and %.2f KiB resident each\n", n, h / n, r / n }'

for _ in 1 2 3; do
  with=$(busy)
  echo "64 busy beside $count idle: $with requests/s"
done
exec 3>&-
wait $clients || true
clients=
for _ in 1 2 3; do echo "64 busy alone: $(busy) requests/s"; done

echo "slow clients:"
"$jdk/bin/java" -cp $path heddle.http.bench.SlowClients 18720
