#!/usr/bin/env bash
# Shows that the README's two commands are all the set-up there is: a clean clone, an empty HOME, no ffmpeg and no browser
# on the PATH, no fonts installed. Needs Linux with `unshare` (root, or user namespaces). Run from anywhere:
#   tests/fresh/run.sh [--no-tests]
set -euo pipefail
repository="$(cd "$(dirname "$0")/../.." && pwd)"
place="$(mktemp -d)"
trap 'rm -rf "$place"' EXIT

git clone --quiet --no-hardlinks "$repository" "$place/lectern"
mkdir -p "$place/home" "$place/bin" "$place/empty"
# Only what a bare machine with Node has.
node="$(command -v node)"
for tool in node git sh bash env uname cat ls mkdir rm mv cp chmod dirname basename readlink sed grep sleep tee; do
  found="$(command -v "$tool" || true)"
  [ -n "$found" ] && ln -sf "$(readlink -f "$found")" "$place/bin/$tool"
done
# npm finds its own files beside itself, so it is called by its own path.
printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$node" "$(readlink -f "$(command -v npm)")" > "$place/bin/npm"
chmod +x "$place/bin/npm"

cat > "$place/inside.sh" <<INSIDE
set -euo pipefail
for fonts in /usr/share/fonts /usr/local/share/fonts; do [ -d "\$fonts" ] && mount --bind "$place/empty" "\$fonts"; done
cd "$place/lectern"
run() { env -i HOME="$place/home" PATH="$place/bin" TMPDIR="\${TMPDIR:-/tmp}" \$(env | grep -iE '^(npm_config_|https?_proxy=|no_proxy=|NODE_EXTRA_CA_CERTS=)' || true) "\$@"; }
if run sh -c 'command -v ffmpeg || command -v chromium'; then echo 'the place is not bare'; exit 1; fi
run npm ci
run npm run render
ls -l renders/gpt.mp4 renders/gpt.vtt renders/gpt.chapters.txt
if [ "${1:-}" != --no-tests ]; then run npm ci && run npm test; fi
INSIDE
unshare -rm bash "$place/inside.sh"
echo 'fresh: the two commands pass in a bare place'
