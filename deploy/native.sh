#!/usr/bin/env bash
# Lays SQLite itself beside the program, unpacked from its driver for the machine that this runs on.
# Otherwise each start would unpack it into /tmp, where a container may allow no programs.
# Usage: deploy/native.sh APP   (APP holds lib/; JAVA_HOME names a JDK 25)
set -euo pipefail
java_home=${JAVA_HOME:?set JAVA_HOME to a JDK 25}
app=$(cd "${1:?name the folder of the program}" && pwd)
case $(uname -m) in
  x86_64 | amd64) machine=x86_64 ;;
  aarch64 | arm64) machine=aarch64 ;;
  *) echo "Each start unpacks SQLite on this machine, a $(uname -m)." && exit 0 ;;
esac
library=org/sqlite/native/Linux/$machine/libsqlitejdbc.so
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$java_home/bin/jar" xf "$app"/lib/sqlite-jdbc-*.jar "$library"
mkdir -p "$app/native"
install -m 644 "$library" "$app/native/"
