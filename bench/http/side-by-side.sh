#!/bin/sh
# Requests a second of heddle serve and nginx, side by side: the two are asked by turns with the same load, so that other
# work on the machine meets both alike. Prints for each row the median of the ratios heddle / nginx, and of the CPU time per
# request likewise.
#   bench/http/side-by-side.sh [alternations] [seconds] [pattern of rows]     needs nginx, wrk and a built http module
set -eu
cd "$(dirname "$0")/../.."
rounds=${1:-7}
seconds=${2:-3}
wanted=${3:-.}
java=$(etc/find-jdk)/bin/java
work=$(mktemp -d)
cores=$(nproc)
heddle=
finish() {
  [ -n "$heddle" ] && kill "$heddle" 2>/dev/null
  [ -r "$work/nginx.pid" ] && kill "$(cat "$work/nginx.pid")" 2>/dev/null
  wait 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT INT TERM

chmod 755 "$work" # nginx workers are another user
mkdir "$work/site"
head -c 1024 /dev/zero | tr '\0' x >"$work/site/1k"
head -c 10240 /dev/zero | tr '\0' x >"$work/site/10k"
head -c 1048576 /dev/zero | tr '\0' x >"$work/site/1m"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null

cat >"$work/nginx.conf" <<END
worker_processes $cores;
worker_rlimit_nofile 20000;
pid $work/nginx.pid;
error_log $work/error.log;
events { worker_connections 8000; }
http {
  access_log off; default_type text/plain; keepalive_requests 1000000000;
  # The fastest of what was tried for each size: tcp_nopush halves the rate of small files, sendfile costs them a fifth.
  sendfile off; tcp_nopush off; tcp_nodelay on; open_file_cache max=1000 inactive=60s;
  client_body_temp_path $work/b; proxy_temp_path $work/p; fastcgi_temp_path $work/f;
  uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  ssl_certificate $work/cert.pem; ssl_certificate_key $work/key.pem;
  server {
    listen 127.0.0.1:18700 backlog=1024; listen 127.0.0.1:18701 ssl;
    root $work/site;
    location = /1m { sendfile on; }
    location = /small { return 200 "Hello, world\n"; }
  }
}
END
nginx -c "$work/nginx.conf"
nginx_workers() { pgrep -P "$(cat "$work/nginx.pid")"; }

"$java" --add-opens java.base/java.lang=ALL-UNNAMED -Xmx512m -XX:+UseParallelGC \
  -cp http/target/classes:http/target/test-classes heddle.http.bench.BenchServer \
  "$work/site" "$work/cert.pem" "$work/key.pem" 18710 18711 &
heddle=$!
for _ in $(seq 50); do
  curl -s -o "$work/first" http://127.0.0.1:18710/1k && break
  sleep 0.1
done
cmp "$work/first" "$work/site/1k"
curl -s http://127.0.0.1:18700/1k | cmp - "$work/site/1k"
curl -sk https://127.0.0.1:18701/1k | cmp - "$work/site/1k"

cat >"$work/pipeline.lua" <<'END'
init = function(args)
  local one = wrk.format()
  local all = {}
  for i = 1, 16 do all[i] = one end
  batch = table.concat(all)
end
request = function() return batch end
END

# CPU ticks used so far by the processes named.
ticks() { for p in "$@"; do sed 's/.*) //' "/proc/$p/stat" | awk '{ print $12 + $13 }'; done | awk '{ s += $1 } END { print s }'; }

# load <port> <wrk arguments> <path>: prints requests a second and ticks per million requests.
load() {
  port=$1; scheme=$2; connections=$3; path=$4; shift 4
  if [ "$port" -lt 18710 ]; then pids=$(nginx_workers); else pids=$heddle; fi
  # shellcheck disable=SC2086 # several processes
  before=$(ticks $pids)
  wrk -t2 -c"$connections" -d"${seconds}s" "$@" "$scheme://127.0.0.1:$port$path" >"$work/wrk.out"
  # shellcheck disable=SC2086
  after=$(ticks $pids)
  awk -v used=$((after - before)) '/requests in/ { n = $1 } /Requests\/sec/ { print $2, used * 1000000 / n }' "$work/wrk.out"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# row <name> <scheme> <connections> <path> <more for wrk>
row() {
  name=$1; scheme=$2; shift 2
  echo "$name" | grep -q "$wanted" || return 0
  if [ "$scheme" = https ]; then n=18701; h=18711; else n=18700; h=18710; fi
  for _ in 1 2 3; do load $h "$scheme" "$@" >/dev/null; done # the compiler needs a while
  : >"$work/rates"; : >"$work/cpus"
  for _ in $(seq "$rounds"); do
    of_nginx=$(load $n "$scheme" "$@")
    of_heddle=$(load $h "$scheme" "$@")
    echo "$of_heddle $of_nginx" | awk '{ print $1 / $3 }' >>"$work/rates"
    echo "$of_heddle $of_nginx" | awk '{ print $2 / $4 }' >>"$work/cpus"
  done
  printf '%-34s %6.2f %8.2f     (last: heddle %s, nginx %s)\n' "$name" \
    "$(median <"$work/rates")" "$(median <"$work/cpus")" "${of_heddle% *}/s" "${of_nginx% *}/s"
}

echo "heddle to nginx, $rounds alternations of $seconds s, $cores cores, $(date -u +%F)"
printf '%-34s %6s %8s\n' row rate CPU/req
row "1 KB file, 64 connections" http 64 /1k
row "1 KB file, 1000 connections" http 1000 /1k
row "small generated response, 64" http 64 /small
row "10 KB file, 64" http 64 /10k
row "1 MB file, 64" http 64 /1m
row "a connection for each request" http 64 /1k -H "Connection: close"
row "16 pipelined, 64" http 64 /1k -s "$work/pipeline.lua"
row "TLS, 1 KB file, 64" https 64 /1k
