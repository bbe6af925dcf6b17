# Sourced by ./test and infra/deploy: compiles the infrastructure with the real compiler, from the package feed. A warning of compiler or linter fails.

bicep_version=0.49.2

# Prints the compiler's path, bringing it in first where it isn't there.
bicep_compiler() {
  local root="${NUGET_PACKAGES:-$HOME/.nuget/packages}/azure.bicep.commandline.linux-x64/$bicep_version/tools/bicep"
  if [ ! -f "$root" ]; then
    local project; project="$(mktemp -d)"
    cat > "$project/bicep.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="Azure.Bicep.CommandLine.linux-x64" Version="[$bicep_version]" /></ItemGroup>
</Project>
XML
    dotnet restore "$project/bicep.csproj" -v quiet -nologo >&2
    rm -rf "$project"
  fi
  [ -x "$root" ] || chmod u+x "$root"
  echo "$root"
}

# Compiles main.bicep and every file of parameters, and throws the result away.
check_infrastructure() {
  local compiler file said
  compiler="$(bicep_compiler)" || return 1
  said="$(
    "$compiler" build infra/main.bicep --stdout 2>&1 >/dev/null || echo "infra/main.bicep does not compile."
    for file in infra/parameters/*.bicepparam; do
      "$compiler" build-params "$file" --stdout 2>&1 >/dev/null || echo "$file does not compile."
    done
  )"
  [ -z "$said" ] && return 0
  printf '%s\n' "$said" | sort -u >&2
  return 1
}
