#!/usr/bin/env bash
# Records which classes a bot loads that starts, holds one debate of scripted models and stops, and
# writes them into a cache that the next start maps instead of loading them again. The flags are those
# that the image runs with: a cache that was made with others is not used. Only the second of Java's
# compilers is left out: what it would record makes the next start compile it all at once, for 0.3 s.
# Usage: deploy/train.sh RUNTIME APP   (APP holds roundtable.jar and lib/; the cache goes beside them)
set -euo pipefail
runtime=$(cd "${1:?name the runtime}" && pwd)
app=$(cd "${2:?name the folder of the program}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/roundtable.yaml" <<'YAML'
providers:
  stage: { codec: chat-completions, baseUrl: "http://127.0.0.1:18082/v1" }
seats:
  one: { name: One, provider: stage, model: one, price: { input: 0, output: 0 } }
  two: { name: Two, provider: stage, model: two, price: { input: 0, output: 0 } }
  three: { name: Three, provider: stage, model: three, price: { input: 0, output: 0 } }
  chair: { name: Chair, provider: stage, model: chair, price: { input: 0, output: 0 } }
panels: { stage: { seats: [one, two, three], chair: chair } }
chat: { panel: stage }
web: { port: 18080, managementPort: 18081 }
YAML

cd "$work"
"$runtime/bin/java" "@$here/flags" -XX:TieredStopAtLevel=1 -XX:AOTCacheOutput="$app/roundtable.aot" \
  -jar "$app/roundtable.jar" serve --config "$work" >"$work/out" 2>&1 &
bot=$!
"$runtime/bin/java" -cp "$app/roundtable.jar" dev.roundtable.Probe --wait 60 http://127.0.0.1:18081/readyz
"${JAVA_HOME:?set JAVA_HOME to a JDK 25}/bin/java" "$here/Train.java" http://127.0.0.1:18080 18082
kill -TERM "$bot"
wait "$bot" || true
[ -s "$app/roundtable.aot" ] || { cat "$work/out" >&2; echo "No cache was written." >&2; exit 1; }
ls -l "$app/roundtable.aot"
