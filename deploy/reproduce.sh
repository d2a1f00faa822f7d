#!/usr/bin/env bash
# Builds the program once more, somewhere else and from nothing, and compares the jar byte by byte
# with the one that is there. The second build leaves out what only looks for mistakes.
# Usage: deploy/reproduce.sh   (after mvn verify or mvn package, with Maven on the same Java)
set -euo pipefail
cd "$(dirname "$0")/.."
[ -e target/roundtable.jar ] || { echo "There is no target/roundtable.jar yet: run mvn verify." >&2; exit 2; }
other=$(mktemp -d)
trap 'rm -rf "$other"' EXIT
cp -r pom.xml src/main bot-config "$other/"
mkdir "$other/src"
mv "$other/main" "$other/src/"
mvn -B -q -f "$other/pom.xml" -Dmaven.test.skip=true -Dchecks=-Xdiags:compact -Denforcer.skip=true \
  -Dmdep.skip=true -Dcyclonedx.skip=true package
if cmp target/roundtable.jar "$other/target/roundtable.jar"; then
  echo "Two builds, the same $(stat -c %s target/roundtable.jar) bytes."
else
  diff <(cd "$other/target" && unzip -v roundtable.jar) <(cd target && unzip -v roundtable.jar) | head -20 >&2
  exit 1
fi
