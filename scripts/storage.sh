# Sourced by ./run: starts the storage emulator on free ports and stops it gently. It keeps its metadata in memory between saves: killed, it
# would forget writes that it acknowledged. So it gets a session of its own, out of reach of a Ctrl-C, and ends by SIGTERM alone.

STORAGE_CONNECTION=""
storage_process=""

start_storage() {
  local folder="$1" blob queue table
  read -r blob queue table < <(node -e '
    const net = require("net");
    const free = () => new Promise(done => { const s = net.createServer().listen(0, "127.0.0.1", () => { const p = s.address().port; s.close(() => done(p)); }); });
    (async () => { const ports = []; while (ports.length < 3) { const p = await free(); if (!ports.includes(p)) ports.push(p); } console.log(ports.join(" ")); })();')
  setsid node_modules/.bin/azurite --silent --skipApiVersionCheck --disableTelemetry --location "$folder" \
    --blobHost 127.0.0.1 --blobPort "$blob" --queueHost 127.0.0.1 --queuePort "$queue" --tableHost 127.0.0.1 --tablePort "$table" \
    > "$folder/storage.log" 2>&1 < /dev/null &
  storage_process=$!
  local account="devstoreaccount1"
  # The emulator's published key: it opens nothing but the emulator.
  local key="Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
  STORAGE_CONNECTION="DefaultEndpointsProtocol=http;AccountName=$account;AccountKey=$key;BlobEndpoint=http://127.0.0.1:$blob/$account;TableEndpoint=http://127.0.0.1:$table/$account;"
  local tries=0
  until (exec 3<>"/dev/tcp/127.0.0.1/$blob") 2>/dev/null && (exec 3<>"/dev/tcp/127.0.0.1/$table") 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 300 ] || ! kill -0 "$storage_process" 2>/dev/null; then
      echo "The storage emulator did not start:" >&2
      cat "$folder/storage.log" >&2
      exit 1
    fi
    sleep 0.1
  done
}

stop_storage() {
  [ -n "$storage_process" ] || return 0
  kill -TERM "$storage_process" 2>/dev/null || return 0
  while kill -0 "$storage_process" 2>/dev/null; do sleep 0.1; done
}
