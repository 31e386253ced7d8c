#!/bin/sh
# Installs with apt what the end-to-end tests need of a Debian or Ubuntu system: a Chromium. It does
# nothing where a browser is found.
set -eu

for browser in "${CHROMIUM:-chromium}" chromium chromium-browser google-chrome-stable google-chrome; do
  if command -v "$browser" >/dev/null 2>&1; then exit 0; fi
done

if ! command -v apt-get >/dev/null 2>&1; then
  echo 'Install Chromium or Chrome with the package manager of this system.' >&2
  exit 1
fi

as_root=''
if [ "$(id -u)" -ne 0 ]; then as_root='sudo'; fi
export DEBIAN_FRONTEND=noninteractive

# A source that cannot be reached does not matter as long as the package is found.
$as_root apt-get update -qq || echo 'apt-get update failed; trying with the lists that are there.' >&2
$as_root apt-get install -y -qq --no-install-recommends chromium >&2
