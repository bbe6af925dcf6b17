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

# poppler draws the pages of redacted renditions; the tests look into PDF files with it and with qpdf.
install_pdf_tools() {
  local missing=() package
  command -v pdftoppm >/dev/null && command -v pdftotext >/dev/null && command -v pdfimages >/dev/null || missing+=(poppler-utils)
  [ "${1:-}" != "--tests" ] || command -v qpdf >/dev/null || missing+=(qpdf)
  [ ${#missing[@]} -gt 0 ] || return 0
  package="${missing[*]}"
  if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    echo "Installing $package (apt-get)."
    local sudo=(); [ "$(id -u)" = 0 ] || sudo=(sudo -n)
    "${sudo[@]}" apt-get update -qq && "${sudo[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null && return 0
  fi
  if [ "${1:-}" = "--tests" ]; then echo "Install $package first." >&2; exit 1; fi
  echo "Without $package no redacted renditions are made of PDF documents; people upload them."
}

# The browser in which the tests open the pages: the headless shell of Chromium, which takes half the time, or else Chromium. Where there is none and none
# can be installed, those tests are skipped and say so.
install_browser() {
  local known
  for known in "${WOBWORKFLOW_CHROMIUM:-}" chromium-headless-shell; do
    [ -n "$known" ] && command -v "$known" >/dev/null && return 0
  done
  if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    echo "Installing chromium-headless-shell (apt-get)."
    local sudo=() package; [ "$(id -u)" = 0 ] || sudo=(sudo -n)
    "${sudo[@]}" apt-get update -qq || true
    for package in chromium-headless-shell chromium; do
      [ "$package" = chromium ] && command -v chromium >/dev/null && return 0
      "${sudo[@]}" apt-get install -y -qq --no-install-recommends "$package" fonts-liberation >/dev/null && return 0
    done
  fi
  for known in chromium chromium-browser google-chrome; do
    command -v "$known" >/dev/null && return 0
  done
  echo "WITHOUT CHROMIUM NO PAGE IS TESTED IN A BROWSER: install it, or name it in WOBWORKFLOW_CHROMIUM." >&2
}
