# shellcheck shell=bash
# Sourced by every script under build/: where the repository is, how a script speaks, and how it stops what it started.
# Written for bash 3.2 and later, so that it also runs on a Mac as it comes.

set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

# What a script says goes here; a script whose standard output is read by a program sets 2.
say_to=1
say() { printf '%s\n' "$@" >&"$say_to"; }
fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Shows what a command printed only if it fails.
quietly() {
  local printed
  printed=$("$@" 2>&1) || fail "$printed" "The command above failed: $*"
}

# The comment at the top of a script is its help.
show_help() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; }
if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  show_help
  exit 0
fi

# No script asks anything; a closed standard input would make `<&0` below fail, and a terminal would stop a child.
if [[ -t 0 ]] || ! { : <&0; } 2>/dev/null; then exec </dev/null; fi

# Whatever ends the script, what it started is stopped, the last started first.
stops=()
stop_at_exit() { stops=("$1" ${stops[@]+"${stops[@]}"}); }

finish() {
  local status=$? stop
  trap '' INT TERM HUP
  set +e
  stop_children
  for stop in ${stops[@]+"${stops[@]}"}; do "$stop"; done
  exit "$status"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Commands run this way end when the script is told to end (bash alone would wait for them), each with all that it
# started itself: job control gives each a process group of its own.
children=()
start_child() {
  set -m
  "$@" <&0 &
  set +m
  child=$!
  children+=("$child")
}
run_child() {
  local status=0
  start_child "$@"
  wait "$child" || status=$?
  # Its number may soon be another program's.
  unset "children[$((${#children[@]} - 1))]"
  return "$status"
}
stop_children() {
  local pid waited
  for pid in ${children[@]+"${children[@]}"}; do kill -TERM -- "-$pid" 2>/dev/null || true; done
  for pid in ${children[@]+"${children[@]}"}; do
    for ((waited = 0; waited < 300; waited++)); do
      kill -0 -- "-$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL -- "-$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  children=()
}

is_root() { [[ $(id -u) == 0 ]]; }
owner_of() { stat -c %U "$1" 2>/dev/null || stat -f %Su "$1"; }
has() { command -v "$1" >/dev/null 2>&1; }

# Without ps where there is /proc: small systems come without it.
command_line_of() {
  if [[ -d /proc/$$ ]]; then
    { tr '\0' ' ' <"/proc/$1/cmdline"; } 2>/dev/null
  else
    ps -p "$1" -o args= 2>/dev/null
  fi
}

# A folder of the script's own, gone when it ends. Reachable by an unprivileged user, for PostgreSQL's sake.
make_temporary_folder() {
  local parent=${TMPDIR:-/tmp}
  # Root's own may be closed to others.
  ! is_root || parent=/tmp
  temporary=$(mktemp -d "$parent/barometre.XXXXXX")
  chmod 711 "$temporary"
  temporary=$(cd "$temporary" && pwd -P)
  stop_at_exit remove_temporary_folder
}
remove_temporary_folder() { rm -rf "$temporary"; }

port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below the range from which the system takes its own (32768 and up), so that nothing takes it in between.
pick_free_port() {
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    free_port=$((15000 + RANDOM % 15000))
    port_answers "$free_port" || return 0
  done
  fail "No free port was found on 127.0.0.1 between 15000 and 30000."
}

# Debian and its kin, as root: installs, and says so first. False where that is not possible.
install_with_apt() {
  is_root && has apt-get || return 1
  say "Installing with apt-get: $*"
  if ! apt-cache show "$@" >/dev/null 2>&1; then
    apt-get update -q >&2 </dev/null || return 1
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2 </dev/null
}
