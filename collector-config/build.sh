#!/usr/bin/env bash
# Builds Pitwall's Collector from builder/manifest.yaml.
#   build.sh OUT      writes the binary to OUT
#   build.sh --lock   writes builder/lock after a change of the manifest
# Quiet unless something fails. Needs Go; honours GOPROXY, GOCACHE and GOMODCACHE.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
usage="usage: build.sh OUT | build.sh --lock"
[ $# -eq 1 ] || { echo "$usage" >&2; exit 2; }
command -v go >/dev/null || {
  echo "build.sh: go is missing; on Debian: apt-get install -y golang (1.26 or newer)" >&2
  exit 127
}

export GOFLAGS="-buildvcs=false" CGO_ENABLED=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/source"

quietly() {
  local what=$1
  shift
  "$@" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    echo "build.sh: could not $what (see above)" >&2
    exit 1
  }
}

# The builder takes the output folder from the manifest only.
sed "s#^dist:#dist:\n  output_path: $work/source#" "$here/builder/manifest.yaml" >"$work/manifest.yaml"
builder=(go tool -C "$here/builder" builder --config "$work/manifest.yaml" --skip-compilation)

if [ "$1" = --lock ]; then
  quietly "resolve the components" "${builder[@]}"
  mkdir -p "$here/builder/lock"
  cp "$work/source/go.mod" "$work/source/go.sum" "$here/builder/lock/"
  exit 0
fi

out=$(realpath -m "$1")
mkdir -p "$(dirname "$out")"
grep -oE 'gomod: \S+ v\S+' "$here/builder/manifest.yaml" | while read -r _ module version; do
  grep -qF "$module $version" "$here/builder/lock/go.mod" || {
    echo "build.sh: builder/lock does not have $module $version of builder/manifest.yaml; run build.sh --lock" >&2
    exit 1
  }
done

quietly "generate the Collector's sources" "${builder[@]}" --skip-get-modules
cp "$here/builder/lock/go.mod" "$here/builder/lock/go.sum" "$work/source/"
# OCB's versions name the module after itself; what is checked here is the locked sums.
quietly "compile the Collector" \
  go -C "$work/source" build -mod=readonly -trimpath -ldflags="-s -w" -o "$out" .
