#!/usr/bin/env bash
# Builds in target/image what the image will hold, as the Dockerfile does, and prints its size, how
# long it takes to be ready and what it needs while idle, each with its target. Exit code 1 if it is
# too big. Times mean something only while the machine does nothing else.
# Usage: deploy/figures.sh [RUNS]   (after mvn verify; JAVA_HOME names a JDK 25)
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
export JAVA_HOME=${JAVA_HOME:?set JAVA_HOME to a JDK 25}
jar=${JAR:-target/roundtable.jar}
image=target/image

if [ ! -e "$image/app/roundtable.aot" ] || [ "$jar" -nt "$image/app/roundtable.aot" ] ||
  [ -n "$(find deploy -newer "$image/app/roundtable.aot" -print -quit)" ]; then
  rm -rf "$image"
  mkdir -p "$image/app"
  cp -r target/lib deploy/flags "$image/app/"
  cp "$jar" "$image/app/roundtable.jar"
  deploy/runtime.sh "$image/runtime"
  deploy/train.sh "$image/runtime" "$image/app"
fi

# The stand-ins for Slack and Discord are classes of the tests.
tests=${TEST_CLASSPATH:-}
if [ -z "$tests" ] && [ -d target/test-classes ]; then
  mvn -B -q dependency:build-classpath -Dmdep.outputFile=target/test-classpath
  tests=target/test-classes:target/classes:$(cat target/test-classpath)
fi
"$JAVA_HOME/bin/java" deploy/Figures.java "$image" "$runs" target/bench/startup.json ${tests:+"$tests"}
