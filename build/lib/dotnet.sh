# shellcheck shell=bash
# Sourced: finds the .NET SDK that global.json asks for, and builds with it.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# No build server stays behind when a script ends; set these yourself to keep them.
export MSBUILDDISABLENODEREUSE=${MSBUILDDISABLENODEREUSE:-1}
export DOTNET_CLI_USE_MSBUILD_SERVER=${DOTNET_CLI_USE_MSBUILD_SERVER:-0}
export UseSharedCompilation=${UseSharedCompilation:-false}

solution=$repository/Barometre.sln

# Sets dotnet and dotnet_version.
find_dotnet() {
  local candidate
  if ! try_dotnet && install_dotnet_with_apt; then try_dotnet || true; fi
  [[ -n ${dotnet:-} ]] && return 0
  candidate=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$repository/global.json")
  fail "The .NET SDK $candidate or later of the same line was not found (looked in DOTNET_ROOT, PATH, ~/.dotnet, /usr/share/dotnet, /usr/lib/dotnet)." \
    "Install it from https://dotnet.microsoft.com/download/dotnet/10.0 or your system's packages (dotnet-sdk-10.0), or set DOTNET_ROOT to where it is."
}

try_dotnet() {
  local candidate
  for candidate in "${DOTNET_ROOT:-/nowhere}/dotnet" "$(command -v dotnet || true)" ~/.dotnet/dotnet /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet; do
    # It answers with a version only if one of its SDKs satisfies global.json.
    if [[ -x $candidate ]] && dotnet_version=$(cd "$repository" && "$candidate" --version 2>/dev/null); then
      dotnet=$candidate
      return 0
    fi
  done
  return 1
}

install_dotnet_with_apt() {
  is_root && has apt-cache && apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1 && install_with_apt dotnet-sdk-10.0
}

restore_locked() { run_child "$dotnet" restore "$solution" --locked-mode --verbosity quiet; }
build_solution() { run_child "$dotnet" build "$solution" --no-restore --configuration "$1" --verbosity quiet; }
