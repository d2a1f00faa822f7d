#!/usr/bin/env bash
# Builds in target/image what the image will hold, as the Dockerfile does, unless it is there already.
# Usage: deploy/image.sh   (after mvn verify or mvn package; JAVA_HOME names a JDK 25)
set -euo pipefail
cd "$(dirname "$0")/.."
export JAVA_HOME=${JAVA_HOME:?set JAVA_HOME to a JDK 25}
jar=${JAR:-target/roundtable.jar}
image=target/image

if [ -e "$image/app/roundtable.aot" ] && [ ! "$jar" -nt "$image/app/roundtable.aot" ] &&
  [ -z "$(find deploy -newer "$image/app/roundtable.aot" -print -quit)" ]; then
  exit 0
fi
rm -rf "$image"
mkdir -p "$image/app"
cp -r target/lib deploy/flags "$image/app/"
cp "$jar" "$image/app/roundtable.jar"
deploy/native.sh "$image/app"
deploy/runtime.sh "$image/runtime"
deploy/train.sh "$image/runtime" "$image/app"
