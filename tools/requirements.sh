# Sourced by ./demo and ./verify: names every missing tool together with the command that installs it.

missing=()
packages=()

lack() { # what, Debian package
  missing+=("$1")
  packages+=("$2")
}

number() { # first whole number that the text on stdin holds after the optional prefix
  grep -oE "${1:-}[0-9]+" | head -n 1 | grep -oE '[0-9]+$' || true
}

at_least() { # found (may be empty), wanted
  [[ -n $1 && $1 -ge $2 ]]
}

chromium_command() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [[ -n $name ]] && command -v "$name" >/dev/null 2>&1; then
      command -v "$name"
      return
    fi
  done
  return 1
}

# Go before 1.21 cannot fetch the tool chain that the Collector's build asks for.
go_is_recent() {
  local minor
  minor=$(go env GOVERSION 2>/dev/null | grep -oE '^go1\.[0-9]+' | cut -d. -f2)
  at_least "$minor" 21
}

require_tools() { # add "chromium" when pages are opened without a person
  missing=()
  packages=()
  at_least "$(javac -version 2>&1 | number)" 17 || lack 'JDK 17 or newer (javac)' openjdk-17-jdk-headless
  command -v mvn >/dev/null || lack 'Maven (mvn)' maven
  go_is_recent || lack 'Go 1.21 or newer (go)' golang
  at_least "$(node --version 2>/dev/null | number)" 20 || lack 'Node 20 or newer (node)' nodejs
  command -v npm >/dev/null || lack 'npm' npm
  if [[ ${1:-} == chromium ]]; then
    chromium_command >/dev/null || lack 'Chromium (chromium)' chromium
  fi
  ((${#missing[@]} == 0)) && return 0

  if [[ ${CI:-} == true && $(id -u) == 0 && -z ${tried_apt:-} ]]; then
    tried_apt=1
    echo "CI: installing ${packages[*]}"
    apt-get update -q >/dev/null && apt-get install -y -q --no-install-recommends "${packages[@]}" >/dev/null
    require_tools "$@"
    return
  fi
  {
    echo "Missing on this machine:"
    printf '  %s\n' "${missing[@]}"
    echo "On Debian, as root:"
    echo "  apt-get install -y ${packages[*]}"
    echo "If Debian's Go or Node is older than that (Debian 12: Go 1.19, Node 18), take them from backports or from their own sites."
    echo "Nothing was started or changed."
  } >&2
  return 1
}
