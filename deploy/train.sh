#!/usr/bin/env bash
# Records which classes a bot loads that starts, holds one debate of scripted models and stops, and
# writes them into a cache that the next start maps instead of loading them again. The flags are those
# that the image runs with: a cache that was made with others is not used. Only how far methods are
# compiled is held down: each start compiles as far as the training did, at once, and more takes longer.
# Not to level 1, though: what starts there is never compiled better, and a busy bot takes two fifths longer.
# Usage: deploy/train.sh RUNTIME APP   (APP holds roundtable.jar and lib/; the cache goes beside them)
set -euo pipefail
runtime=$(cd "${1:?name the runtime}" && pwd)
app=$(cd "${2:?name the folder of the program}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
bot=
trap '[ -z "$bot" ] || kill "$bot" 2>/dev/null || true; rm -rf "$work"' EXIT

cat >"$work/roundtable.yaml" <<'YAML'
providers:
  stage: { codec: chat-completions, baseUrl: "http://127.0.0.1:18082/v1" }
seats:
  s1: { name: Seat 1, provider: stage, model: seat-1, price: { input: 0.5, output: 2 } }
  s2: { name: Seat 2, provider: stage, model: seat-2, price: { input: 0.5, output: 2 } }
  s3: { name: Seat 3, provider: stage, model: seat-3, price: { input: 0.5, output: 2 } }
  s4: { name: Seat 4, provider: stage, model: seat-4, price: { input: 0.5, output: 2 } }
  s5: { name: Seat 5, provider: stage, model: seat-5, price: { input: 0.5, output: 2 } }
  s6: { name: Seat 6, provider: stage, model: seat-6, price: { input: 0.5, output: 2 } }
  chair: { name: Chair, provider: stage, model: chair, price: { input: 0.5, output: 2 } }
panels: { stage: { seats: [s1, s2, s3, s4, s5, s6], chair: chair } }
chat: { panel: stage }
web: { port: 18080, managementPort: 18081 }
YAML

cd "$work"
"$runtime/bin/java" "@$here/flags" -XX:TieredStopAtLevel=2 -XX:AOTCacheOutput="$app/roundtable.aot" \
  -jar "$app/roundtable.jar" serve --config "$work" >"$work/out" 2>&1 &
bot=$!
"$runtime/bin/java" -cp "$app/roundtable.jar" dev.roundtable.Probe --wait 60 http://127.0.0.1:18081/readyz
timeout 120 "${JAVA_HOME:?set JAVA_HOME to a JDK 25}/bin/java" "$here/Train.java" http://127.0.0.1:18080 18082
kill -TERM "$bot"
wait "$bot" || true
bot=
[ -s "$app/roundtable.aot" ] || { cat "$work/out" >&2; echo "No cache was written." >&2; exit 1; }
ls -l "$app/roundtable.aot"
