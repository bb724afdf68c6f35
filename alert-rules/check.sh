#!/usr/bin/env bash
# Checks the alert pack with the real promtool and amtool: rules, configurations, rule tests, routes,
# notification texts. One line a check; the last line counts them.
#   PROMTOOL, AMTOOL  the programs (default: on PATH)
#   ALERTMANAGER      also asks a running Alertmanager what it mutes: the program to start
#   ALERTMANAGER_FOLDER, ALERTMANAGER_PORT  where it is started, on which port of loopback (default: here, 19093)
#   RENDERER          command that renders (default: java -jar target/alert-rules.jar)
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
promtool=${PROMTOOL:-promtool}
amtool=${AMTOOL:-amtool}
read -ra renderer <<<"${RENDERER:-java -jar target/alert-rules.jar}"
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
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
  # promtool knows groups only; the namespace around them is Mimir's.
  grep -v '^namespace:' "$folder/mimir/pitwall-rules.yaml" >"$work/mimir.yaml"
  check "$name: promtool check rules of Mimir's namespace" "$promtool" check rules --lint=all --lint-fatal "$work/mimir.yaml"
  check "$name: promtool check config" "$promtool" check config "$folder/prometheus/prometheus.yaml"
  check "$name: amtool check-config" "$amtool" check-config "$folder/alertmanager/alertmanager.yaml"
}

# Every case is a cluster of its own, so that all can be asked at once.
check_inhibition() {
  local url=http://127.0.0.1:${ALERTMANAGER_PORT:-19093} number=0 line labels
  (cd "${ALERTMANAGER_FOLDER:-.}" && exec "$ALERTMANAGER" --config.file="$work/quiet/alertmanager/alertmanager.yaml" \
    --storage.path="$work/alertmanager" --web.listen-address="${url#http://}" --cluster.listen-address=) >"$work/server" 2>&1 &
  server=$!
  for _ in $(seq 100); do
    ask "$url" --active >/dev/null 2>&1 && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  while IFS= read -r line; do
    number=$((number + 1))
    labels=${line#*: }
    add_alert "$url" "cluster=case$number role=source job=desk ${labels% -> *}"
    add_alert "$url" "cluster=case$number role=target job=desk ${labels#* -> }"
  done < <(grep -vE '^(#|$)' tests/inhibition.txt)
  ask "$url" --inhibited >"$work/muted" 2>&1
  ask "$url" --active >"$work/heard" 2>&1
  number=0
  while IFS= read -r line; do
    number=$((number + 1))
    grep -F "cluster=\"case$number\" " "$work/${line%%:*}" >/dev/null
    found=$?
    [ $found -eq 0 ] || cat "$work/server" "$work/muted" "$work/heard" | tail -5 >"$work/log"
    report $found "inhibition: $line"
  done < <(grep -vE '^(#|$)' tests/inhibition.txt)
  kill "$server"
}

ask() {
  "$amtool" alert query --alertmanager.url="$1" "$2" -o extended role=target
}

# Of labels that are given twice the last one counts.
add_alert() {
  local -A labels=()
  local label
  for label in $2; do labels[${label%%=*}]=${label#*=}; done
  for label in "${!labels[@]}"; do set -- "$@" "$label=${labels[$label]}"; done
  "$amtool" alert add --alertmanager.url="$1" "${@:3}"
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

for data in tests/notifications/*.json; do
  for text in title text plain link color; do
    check_text "$text" "$(basename "$data" .json)"
  done
done

if [ -n "${ALERTMANAGER:-}" ]; then
  check_inhibition
else
  echo "skipped inhibition: ALERTMANAGER names no program to ask"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
