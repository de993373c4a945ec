# shellcheck shell=bash
# Sourced after common.sh and postgres.sh: a private PostgreSQL cluster, made, started and stopped.
# It listens on 127.0.0.1 only, takes passwords only, and keeps its files to its own user.

# Sets cluster (its folder), cluster_user and database (the owner's connection string), makes the cluster if it is not
# there and starts it if it is not running. $1: the folder that holds it; $2: `throwaway` for one that a crash may lose.
start_cluster() {
  local base=$1 kind=${2:-durable}
  prepare_folder "$base"
  choose_cluster_user "$base/postgres"
  cluster=$(reachable_folder "$base" postgres)
  [[ $cluster == "$base/postgres" ]] || say "The user $cluster_user cannot reach $base: the database is kept in $cluster."
  password_file=$base/owner.password
  if cluster_exists; then
    find_postgres "$(as_cluster_user cat "$cluster/PG_VERSION")"
  else
    find_postgres
    say "Making a database with PostgreSQL $postgres_version ($postgres_bin) in $cluster"
    make_cluster "$kind"
  fi
  if ! cluster_runs; then launch_cluster; fi
  database="Host=127.0.0.1;Port=$cluster_port;Database=barometre;Username=barometre_owner;Password=$(cat "$password_file")"
}

# Only its owner looks inside; others may pass through, because PostgreSQL may have to run as another user.
prepare_folder() {
  mkdir -p "$1" 2>/dev/null || fail "The folder $1 cannot be made. Choose another with BAROMETRE_DATA."
  [[ -w $1 && -O $1 ]] || is_root ||
    fail "The folder $1 belongs to $(owner_of "$1"), you are $(id -un). Use that account, or another folder with BAROMETRE_DATA."
  if is_root; then chmod 711 "$1"; else chmod 700 "$1"; fi
}

cluster_exists() { as_cluster_user test -f "$cluster/PG_VERSION"; }

make_cluster() {
  local kind=$1 new=$cluster.new durability=
  mkdir -p "$(dirname "$cluster")"
  rm -rf "$new"
  (umask 077 && head -c 24 /dev/urandom | base64 | tr -d '+/=\n' >"$password_file")
  mkdir -m 700 "$new"
  [[ -z $cluster_user ]] || chown "$cluster_user" "$new"
  [[ $kind == durable ]] || durability=--no-sync
  # Locale C: the same order and the same index use on every machine; what people read is sorted by the program.
  quietly as_cluster_user "$postgres_bin/initdb" --pgdata "$new" --username postgres --auth reject --encoding UTF8 --locale C \
    --data-checksums ${durability:+"$durability"}
  cluster_settings "$kind" | as_cluster_user tee -a "$new/postgresql.conf" >/dev/null
  printf 'host all all 127.0.0.1/32 scram-sha-256\n' | as_cluster_user tee "$new/pg_hba.conf" >/dev/null
  # No client program is needed, and none may be there: the server itself, run alone on the folder, takes the first commands.
  first_commands | quietly as_cluster_user "$postgres_bin/postgres" --single -D "$new" -c exit_on_error=on postgres
  mv "$new" "$cluster"
}

# The owner migrates and restores: every row (row-level security binds the logins of the program), but no more of the server.
first_commands() {
  printf "CREATE ROLE barometre_owner LOGIN CREATEDB CREATEROLE BYPASSRLS PASSWORD '%s'\n" "$(cat "$password_file")"
  printf 'GRANT pg_monitor, pg_signal_backend TO barometre_owner\n'
  printf 'CREATE DATABASE barometre OWNER barometre_owner\n'
}

cluster_settings() {
  cat <<'SETTINGS'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
max_connections = 200
# Personal content stays out of the log: no statement, no detail such as "Key (name)=(…)".
log_min_error_statement = 'panic'
log_error_verbosity = 'terse'
SETTINGS
  [[ $1 == throwaway ]] || return 0
  printf '%s\n' "# A throwaway cluster for tests: a crash may lose it." "fsync = off" "synchronous_commit = off" "full_page_writes = off"
}

# True when a PostgreSQL serves this folder; sets cluster_port.
cluster_runs() {
  local lock
  lock=$(as_cluster_user cat "$cluster/postmaster.pid" 2>/dev/null) || return 1
  serves_cluster "$(sed -n 1p <<<"$lock")" || return 1
  cluster_port=$(sed -n 4p <<<"$lock")
  # Taking connections, not merely starting.
  [[ $(sed -n 8p <<<"$lock") == ready* ]]
}

serves_cluster() { [[ $(command_line_of "$1") == *postgres*"$cluster"* ]]; }

launch_cluster() {
  local tries log=$cluster/server.log
  clear_stale_lock
  read_last_port
  for ((tries = 0; tries < 20; tries++)); do
    as_cluster_user truncate -s 0 "$log" 2>/dev/null || as_cluster_user touch "$log"
    if as_cluster_user "$postgres_bin/pg_ctl" start -D "$cluster" -l "$log" -w -t 120 -o "-p $cluster_port" >/dev/null 2>&1 && cluster_runs; then
      return 0
    fi
    if cluster_log_says 'Address already in use'; then
      pick_free_port
      cluster_port=$free_port
    elif cluster_log_says 'pre-existing shared memory block'; then
      # The processes of a server that was killed are still ending.
      sleep 1
    else
      break
    fi
  done
  as_cluster_user tail -n 20 "$log" >&2
  fail "PostgreSQL did not start in $cluster (its log is above)."
}

cluster_log_says() { as_cluster_user grep -q "$1" "$cluster/server.log"; }

# The port of the last start if it is free, so that a note of it stays true.
read_last_port() {
  cluster_port=$(as_cluster_user sed -n 's/.*"-p" "\([0-9]*\)".*/\1/p' "$cluster/postmaster.opts" 2>/dev/null) || cluster_port=
  if [[ -z $cluster_port ]] || port_answers "$cluster_port"; then
    pick_free_port
    cluster_port=$free_port
  fi
}

# PostgreSQL knows by itself a lock whose process is gone. Only when that number now belongs to another program of the
# same user does it refuse to start; the lock may go if no process at all works in the folder.
clear_stale_lock() {
  local pid folder
  pid=$(as_cluster_user sed -n 1p "$cluster/postmaster.pid" 2>/dev/null) || return 0
  say "The database was not stopped cleanly last time; it recovers by itself."
  if [[ ! -d /proc/$$ ]] || ! kill -0 "$pid" 2>/dev/null || serves_cluster "$pid"; then return 0; fi
  for folder in /proc/[0-9]*/cwd; do
    [[ $(readlink "$folder" 2>/dev/null) != "$cluster" ]] || return 0
  done
  as_cluster_user rm -f "$cluster/postmaster.pid"
}

stop_cluster() {
  [[ -n ${cluster:-} && -n ${postgres_bin:-} ]] || return 0
  cluster_runs || return 0
  as_cluster_user "$postgres_bin/pg_ctl" stop -D "$cluster" -m fast -w -t 30 >/dev/null 2>&1 ||
    as_cluster_user "$postgres_bin/pg_ctl" stop -D "$cluster" -m immediate -w -t 10 >/dev/null 2>&1
}

# A cluster of the script's own for its whole life; sets and exports BAROMETRE_TEST_DATABASE. $1: `throwaway` or `durable`.
start_temporary_cluster() {
  [[ -n ${temporary:-} ]] || make_temporary_folder
  stop_at_exit stop_cluster
  start_cluster "$temporary" "$1"
  # What the command leaves in the temporary folder goes with it.
  export BAROMETRE_TEST_DATABASE=$database TMPDIR=$temporary
}
