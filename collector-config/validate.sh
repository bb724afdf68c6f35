#!/usr/bin/env bash
# Validates every shipped configuration with the real Collector: validate.sh BIN
# Also checks that a configuration with a missing endpoint is refused, so that "valid" means something.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -eq 1 ] && [ -x "$1" ] || {
  echo "usage: validate.sh BIN (a Collector built by build.sh)" >&2
  exit 2
}
collector=$(realpath "$1")
passed=0 failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

production=(PITWALL_TRACES_ENDPOINT=http://127.0.0.1:4318 PITWALL_LOGS_ENDPOINT=http://127.0.0.1:3100/otlp)
demo=(PITWALL_OTLP_HTTP_PORT=4318 PITWALL_PROM_PORT=8889 PITWALL_HEALTH_PORT=13133
  PITWALL_COLLECTOR_TELEMETRY_PORT=8888 PITWALL_DATA_DIR=/nonexistent
  PITWALL_ZIPKIN_URL=http://127.0.0.1:9411/api/v2/spans)

# Usage: check EXPECTED_EXIT LABEL FILE ENVIRONMENT…
check() {
  local expected=$1 label=$2 file=$3 code
  shift 3
  env "$@" "$collector" validate --config "file:$here/$file" >"$log" 2>&1
  code=$?
  if [ "$code" -eq "$expected" ]; then
    passed=$((passed + 1))
    echo "ok      $label"
  else
    failed=$((failed + 1))
    echo "FAILED  $label (exit code $code instead of $expected)"
    sed 's/^/        /' "$log"
  fi
}

check 0 "collector.yaml is valid" collector.yaml "${production[@]}"
check 1 "collector.yaml without a traces endpoint is refused" collector.yaml "${production[1]}"
check 0 "demo.yaml is valid" demo.yaml "${demo[@]}"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
