#!/usr/bin/env bash
# Checks the alert pack with the real promtool and amtool: rules, configurations, rule tests, routes,
# notification texts. One line a check; the last line counts them.
#   PROMTOOL, AMTOOL  the programs (default: on PATH)
#   RENDERER          command that renders (default: java -jar target/alert-rules.jar)
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
promtool=${PROMTOOL:-promtool}
amtool=${AMTOOL:-amtool}
read -ra renderer <<<"${RENDERER:-java -jar target/alert-rules.jar}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

need() {
  command -v "$2" >/dev/null || {
    echo "check.sh: $1 is missing ($2); it is in Debian's package $3, or name it with $4" >&2
    exit 2
  }
}
need promtool "$promtool" prometheus PROMTOOL
need amtool "$amtool" prometheus-alertmanager AMTOOL

report() {
  if [ "$1" -eq 0 ]; then
    passed=$((passed + 1))
    echo "ok      $2"
  else
    failed=$((failed + 1))
    echo "FAILED  $2"
    sed 's/^/        /' "$work/log"
  fi
}

check() {
  local label=$1
  shift
  "$@" >"$work/log" 2>&1
  report $? "$label"
}

check_pack() {
  local name=$1 folder=$2
  for rules in "$folder"/rules/*.yaml; do
    check "$name: promtool check rules ${rules##*/}" "$promtool" check rules --lint=all --lint-fatal "$rules"
  done
  check "$name: promtool check config" "$promtool" check config "$folder/prometheus/prometheus.yaml"
  check "$name: amtool check-config" "$amtool" check-config "$folder/alertmanager/alertmanager.yaml"
}

check_text() {
  "$amtool" template render --template.glob='alertmanager/*.tmpl' \
    --template.data="tests/notifications/$2.json" --template.text="{{ template \"pitwall.$1\" . }}" >"$work/text" 2>&1
  diff "tests/notifications/$2.$1.txt" "$work/text" >"$work/log" 2>&1
  report $? "notification: $1 when $2"
}

check_pack committed .

for settings in tests/settings/*.yaml; do
  name=$(basename "$settings" .yaml)
  check "$name: renders" "${renderer[@]}" render --config "$settings" --out "$work/$name"
  check_pack "$name" "$work/$name"
done

for test in tests/*.yaml; do
  check "rule tests: ${test##*/}" "$promtool" test rules "$test"
done

while read -r receiver labels; do
  # shellcheck disable=SC2086 # one argument a label
  check "route: $labels -> $receiver" "$amtool" config routes test \
    --config.file=alertmanager/alertmanager.yaml --verify.receivers="$receiver" $labels
done < <(grep -vE '^(#|$)' tests/routes.txt)

for status in firing resolved; do
  for text in title text link color; do
    check_text "$text" "$status"
  done
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
