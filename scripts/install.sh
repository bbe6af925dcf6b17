# Sourced by ./run and ./test: brings in what development needs, and says what it does.

install_node_packages() {
  command -v dotnet >/dev/null || { echo "Install the .NET SDK that global.json names first." >&2; exit 1; }
  command -v npm >/dev/null || { echo "Install Node.js 20 or later first." >&2; exit 1; }
  local wanted
  wanted="$(sha256sum package-lock.json | cut -d' ' -f1)"
  if [ "$(cat node_modules/.installed 2>/dev/null || true)" = "$wanted" ]; then return; fi
  echo "Installing the storage emulator (npm ci)."
  npm ci --silent --no-audit --no-fund
  echo "$wanted" > node_modules/.installed
}
