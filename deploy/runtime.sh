#!/usr/bin/env bash
# Makes the runtime that the image ships: the modules that the program touches, and no more.
# Usage: deploy/runtime.sh OUTPUT   (JAVA_HOME names a JDK 25)
set -euo pipefail
java_home=${JAVA_HOME:?set JAVA_HOME to a JDK 25}
output=${1:?say where to put the runtime}

# java.desktop draws the picture of a verdict; jdk.unsupported is what Caffeine and Netty-like
# libraries still reach for; jdk.zipfs reads what ships inside the jar.
modules=java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,\
java.security.jgss,java.sql,java.xml,jdk.management,jdk.unsupported,jdk.zipfs,jdk.localedata

"$java_home/bin/jlink" --add-modules "$modules" --include-locales=en,de --strip-debug \
  --no-header-files --no-man-pages --compress zip-6 --output "$output"

# The archive of the JDK's own classes halves the start of the probe, which has no cache of its own.
# It fits those who ask for the same headers of objects as deploy/flags does.
"$output/bin/java" -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xshare:dump >/dev/null
