#!/usr/bin/env bash
# Makes ../Assets/components.css out of the Utrecht components (NL Design System) that the pages use. The result is committed, so that building and
# running the program asks for no npm package of a stylesheet.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
npm ci --silent --no-audit --no-fund
{
  echo "/* Components of NL Design System (Utrecht). Made by Styles/build.sh; not edited by hand. */"
  for component in root document page-header page-footer page-body skip-link heading-1 heading-2 heading-3 heading-4 paragraph link button form-field form-label \
    form-field-description form-field-error-message form-fieldset textbox textarea select checkbox radio-button table alert status-badge data-list \
    unordered-list ordered-list pagination separator; do
    cat "node_modules/@utrecht/$component-css/dist/index.css"
    echo
  done
} > ../Assets/components.css
