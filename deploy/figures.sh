#!/usr/bin/env bash
# Builds what the image will hold (deploy/image.sh), and prints its size, how long it takes to be
# ready and what it needs while idle, each with its target; the last line says what missed it.
# Exit code 1 if it is too big, which no other work on the machine changes; with --strict also if it
# is too slow. Times mean something only while the machine does nothing else.
# Usage: deploy/figures.sh [--strict] [RUNS]   (after mvn verify; JAVA_HOME names a JDK 25)
set -euo pipefail
cd "$(dirname "$0")/.."
strict=
if [ "${1:-}" = --strict ]; then
  strict=--strict
  shift
fi
runs=${1:-5}
export JAVA_HOME=${JAVA_HOME:?set JAVA_HOME to a JDK 25}
deploy/image.sh

# The stand-ins for Slack and Discord are classes of the tests.
tests=${TEST_CLASSPATH:-}
if [ -z "$tests" ] && [ -d target/test-classes ]; then
  mvn -B -q dependency:build-classpath -Dmdep.outputFile=target/test-classpath
  tests=target/test-classes:target/classes:$(cat target/test-classpath)
fi
"$JAVA_HOME/bin/java" deploy/Figures.java $strict target/image "$runs" target/bench/startup.json ${tests:+"$tests"}
