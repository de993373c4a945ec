# shellcheck shell=bash
# Sourced after the other parts: an installation is a data folder (database, keys, who is at work in it) and a build of
# the host. Several scripts may work on one at the same time: the first starts its database, the last stops it.

# Sets data, and exports the settings that the host reads.
open_installation() {
  local wanted=${BAROMETRE_DATA:-$repository/.data}
  prepare_folder "$wanted"
  data=$(cd "$wanted" && pwd -P)
  mkdir -p "$data/run/users"
  export BAROMETRE_DATA=$data
  if [[ -z ${BAROMETRE_KEYS:-} ]]; then
    export BAROMETRE_KEYS=$data/keys
    mkdir -p "$BAROMETRE_KEYS"
    chmod 700 "$BAROMETRE_KEYS"
  fi
}

# Exports BAROMETRE_DATABASE, of the private cluster unless the caller names a server.
use_database() {
  [[ -z ${BAROMETRE_DATABASE:-} ]] || return 0
  [[ $(serving database) != outside ]] ||
    fail "The running installation uses a server of yours: set BAROMETRE_DATABASE as it was set there."
  stop_at_exit leave_database
  lock_installation
  printf '%s\n' "$$" >"$data/run/users/$$"
  start_cluster "$data"
  unlock_installation
  export BAROMETRE_DATABASE=$database
}

# The private database for PostgreSQL's own programs.
use_database_programs() {
  PATH=$PATH:$postgres_bin
  PGPASSWORD=$(cat "$password_file")
  export PGHOST=127.0.0.1 PGPORT=$cluster_port PGUSER=barometre_owner PGDATABASE=barometre PGPASSWORD
}

leave_database() {
  local user
  lock_installation
  rm -f "$data/run/users/$$"
  for user in "$data"/run/users/*; do
    [[ -e $user ]] || continue
    if is_script "${user##*/}"; then
      unlock_installation
      return 0
    fi
    rm -f "$user"
  done
  stop_cluster
  unlock_installation
}

is_script() { [[ $(command_line_of "$1") == *bash*build/* ]]; }

# One script at a time starts or stops the database. A lock whose script is gone does not count.
lock_installation() {
  local tries holder lock=$data/run/lock
  [[ $(cat "$lock" 2>/dev/null) != "$$" ]] || return 0
  for ((tries = 0; tries < 1500; tries++)); do
    if (set -o noclobber && printf '%s\n' "$$" >"$lock") 2>/dev/null; then
      stop_at_exit unlock_installation
      return 0
    fi
    holder=$(cat "$lock" 2>/dev/null) || continue
    is_script "$holder" || rm -f "$lock"
    sleep 0.1
  done
  fail "Another script (process $holder) keeps $data/run/lock. If there is none, remove that file."
}
unlock_installation() { [[ $(cat "$data/run/lock" 2>/dev/null) != "$$" ]] || rm -f "$data/run/lock"; }

# What build/run notes of itself while it serves: pid, url, host (process), database (private or outside).
# Prints one of these if it is running now.
serving() {
  local note=$data/run/serving pid
  pid=$(sed -n 's/^pid=//p' "$note" 2>/dev/null) || return 0
  if [[ -n $pid ]] && is_script "$pid"; then sed -n "s/^$1=//p" "$note"; fi
}

# Compared by content: a checkout changes the files' times, not what they say.
sum_of_sources() (
  cd "$repository"
  find src Directory.*.props global.json BannedSymbols.txt .editorconfig -type f -not -path '*/bin/*' -not -path '*/obj/*' |
    LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum
)

# Sets host. Each state of the sources is built into a folder of its own, once: what is running is never overwritten.
build_host() {
  local builds=$repository/artifacts/host folder
  folder=$builds/$(sum_of_sources | tr ' ' '-')
  host=$folder/Barometre.WebApi.dll
  [[ ! -f $host ]] || return 0
  say "Building (Release) with .NET SDK $dotnet_version ($dotnet)"
  run_child "$dotnet" restore "$repository/src/WebApi" --locked-mode --verbosity quiet
  run_child "$dotnet" publish "$repository/src/WebApi" --no-restore --configuration Release --verbosity quiet --output "$folder.$$"
  remove_old_builds "$builds"
  mv "$folder.$$" "$folder" 2>/dev/null || rm -rf "$folder.$$"
}

# Those that no process was started from and no script is making; without /proc that cannot be told, and they stay.
remove_old_builds() {
  local build
  [[ -d /proc/$$ ]] || return 0
  for build in "$1"/*; do
    [[ $build == *.* ]] && is_script "${build##*.}" && continue
    grep -qsF "$build/" /proc/[0-9]*/cmdline || rm -rf "$build"
  done
}
