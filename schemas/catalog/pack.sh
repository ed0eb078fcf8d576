#!/bin/sh
# Writes schemas/catalog/*.pack anew from the tables of facts and from the YAML beside this file. See README.md.
set -eu
cd "$(dirname "$0")/../.."
CONFIGGEN_UPDATE=1 exec dotnet test tests/ConfigGen.Tests --filter "FullyQualifiedName~PackFreshness|FullyQualifiedName~EditorSchema" "$@"
