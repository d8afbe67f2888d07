#!/usr/bin/env bash
# Runs everything: format, build, dashboard checks, every test project, a smoke run of every benchmark.
#   ./test.sh        installs what the tests need from Debian and npm (as root), then runs all
#   ./test.sh fast   the daily run: nothing is installed, tests of category Slow are left out
# The last line is "N passed, N failed"; the exit code is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "$0")"

fast=${1:-}
passed=0
failed=0
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off
# Profiling for recompilation pays in programs that live for minutes; the many short ones of the tests take a third less without.
export DOTNET_TieredPGO=0

# Each is needed by tests; see CONTRIBUTING.md for which.
packages=(postgresql redis-server chromium-headless-shell prometheus python3 python3-django python3-sqlalchemy python3-twisted python3-numpy radon)

say() { printf '\n== %s\n' "$*"; }

# One step that passes or fails as a whole.
step() {
  local name=$1
  shift
  say "$name"
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $name"
  fi
}

finish() {
  # A log is read from its end.
  if compgen -G "$log/*.csproj" >/dev/null; then
    # With its message and the first lines of where.
    grep -h -A 12 -E '^  Failed ' "$log"/*.csproj | cut -c1-400
    grep -h '\[FAIL\]' "$log"/*.csproj | sed -E 's/^\[[^]]*\] *//'
  fi
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
  exit
}

install_packages() {
  local missing=()
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "not installed: ${missing[*]} (needs root on Debian); tests that need them are skipped, or fail under CI"
    return 0
  fi
  echo "installing ${missing[*]}"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$log/apt" 2>&1 ||
    { tail -20 "$log/apt"; return 1; }
}

# pyodide: CPython 3.14 under node.
oracle() {
  command -v npm >/dev/null || { echo "npm is not installed: tests that need CPython 3.14 are skipped, or fail under CI"; return 0; }
  (cd test/oracle && npm ci --silent --no-audit --no-fund)
}

# The official MCP client, for the tests of the MCP server.
mcp_client() {
  command -v npm >/dev/null || { echo "npm is not installed: tests of the MCP server are skipped, or fail under CI"; return 0; }
  (cd test/mcp && npm ci --silent --no-audit --no-fund)
}

# PGlite: PostgreSQL with pgvector under node.
pglite() {
  command -v npm >/dev/null || { echo "npm is not installed: tests that need pgvector are skipped, or fail under CI"; return 0; }
  (cd test/pglite && npm ci --silent --no-audit --no-fund)
}

build() {
  dotnet build Motif.slnx -c Release -v q -nologo 2>&1 | tee "$log/build" | tail -40
  [ "${PIPESTATUS[0]}" -eq 0 ] && ! grep -q 'warning ' "$log/build"
}

dashboard() {
  command -v node >/dev/null || { echo "Node is not installed: the dashboard is not checked"; [ "${CI:-}" != true ]; return; }
  # The build has installed the packages.
  (cd src/Motif.Dashboard && npm run -s check)
}

# The projects run side by side: most of their tests wait for a server, a database or a browser.
start_tests() {
  local filter=()
  [ "$fast" = fast ] && filter=(--filter 'Category!=Slow')
  for project in test/*/*.csproj; do
    (
      dotnet test "$project" -c Release --no-build -nologo -v q --logger "console;verbosity=minimal" "${filter[@]}" >"$log/$(basename "$project")" 2>&1
      echo $? >"$log/$(basename "$project").status"
    ) &
  done
}

# Counts every test of a project by the summary that its runner printed.
count_tests() {
  local project=$1 summary bad good
  local output=$log/$(basename "$project")
  say "$project"
  cat "$output"
  summary=$(grep -E '^(Passed|Failed)! +- Failed:' "$output" | tail -1)
  if [ -z "$summary" ]; then
    failed=$((failed + 1))
    echo "FAILED: $project ran no test"
    return
  fi
  bad=$(sed -E 's/.*Failed: +([0-9]+).*/\1/' <<<"$summary")
  good=$(sed -E 's/.*Passed: +([0-9]+).*/\1/' <<<"$summary")
  passed=$((passed + good))
  failed=$((failed + bad))
  [ "$(cat "$output.status")" -eq 0 ] || [ "$bad" -gt 0 ] || failed=$((failed + 1))
}

[ "$fast" = fast ] || step "what the tests need" install_packages
[ "$fast" = fast ] || step "CPython 3.14 for the parser's tests" oracle
[ "$fast" = fast ] || step "the MCP client for the server's tests" mcp_client
[ "$fast" = fast ] || step "PostgreSQL with pgvector for the vector index's tests" pglite
step "tools" dotnet tool restore -v q
step "format" dotnet csharpier check .
step "build without warnings" build
[ "$failed" -eq 0 ] || finish
[ "$fast" = fast ] || step "dashboard: lint, types, unit tests" dashboard
start_tests
wait
for project in test/*/*.csproj; do
  count_tests "$project"
done
unset DOTNET_TieredPGO
[ "$fast" = fast ] || step "benchmarks: smoke" dotnet run -c Release --no-build --project bench/Motif.Bench -- smoke
finish
