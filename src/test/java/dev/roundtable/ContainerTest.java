package dev.roundtable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roundtable.Manifests.Instruction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of a container promise, checked where no container engine is. */
class ContainerTest {
  private static final String LIVE = "/livez";
  private static final String READY = "/readyz";

  @TempDir private Path folder;

  private static List<Instruction> all(String name) throws IOException {
    return Manifests.dockerfile().stream().filter(line -> line.name().equals(name)).toList();
  }

  private static Instruction only(String name) throws IOException {
    assertThat(all(name)).hasSize(1);
    return all(name).getFirst();
  }

  private static Map<String, String> imageEnvironment() throws IOException {
    var variables = new HashMap<String, String>();
    for (var pair : only("ENV").rest().split("\\s+", -1)) {
      variables.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }
    return variables;
  }

  @Test
  void theImageIsBuiltInOneStageAndRunsInAnotherOnGlibc() throws IOException {
    assertThat(all("FROM"))
        .extracting(Instruction::rest)
        .satisfiesExactly(
            build -> assertThat(build).startsWith("eclipse-temurin:25-jdk").endsWith(" AS build"),
            run -> assertThat(run).startsWith("debian:"));
    assertThat(all("RUN").stream().map(Instruction::rest))
        .anyMatch(step -> step.contains("deploy/native.sh /app"))
        .anyMatch(step -> step.contains("deploy/runtime.sh /runtime"))
        .anyMatch(step -> step.contains("deploy/train.sh /runtime /app"));
    assertThat(Files.readString(Path.of("deploy/runtime.sh"))).contains("/bin/jlink");
  }

  @Test
  void itRunsAsSomebodyWithoutRightsAndWritesToItsVolumeAlone() throws IOException {
    assertThat(Integer.parseInt(only("USER").rest())).isPositive();
    assertThat(only("VOLUME").rest()).isEqualTo("/data");
    assertThat(imageEnvironment().get("ROUNDTABLE__STORE__URL")).startsWith("jdbc:sqlite:/data/");
  }

  @Test
  void theCacheIsTrainedWithTheFlagsThatItRunsWith() throws IOException {
    assertThat(only("ENTRYPOINT").words())
        .containsExactly(
            "/runtime/bin/java",
            "@/app/flags",
            "-XX:AOTCache=/app/roundtable.aot",
            "-jar",
            "/app/roundtable.jar");
    assertThat(only("CMD").words()).containsExactly("serve");
    assertThat(all("RUN")).anyMatch(step -> step.rest().contains("deploy/flags /app/"));
    assertThat(Files.readString(Path.of("deploy/train.sh")))
        .contains("@$here/flags", "-XX:AOTCacheOutput=\"$app/roundtable.aot\"");
    assertThat(Files.readAllLines(Path.of("deploy/flags")))
        .contains("-XX:+ExitOnOutOfMemoryError")
        .anyMatch(flag -> flag.startsWith("-XX:MaxRAMPercentage="));
  }

  @Test
  void theBotAndItsProbeFitTheArchiveOfTheRuntime() throws IOException {
    var headers = "-XX:+UseCompactObjectHeaders";
    assertThat(Files.readString(Path.of("deploy/runtime.sh"))).contains(headers + " ");
    assertThat(Files.readAllLines(Path.of("deploy/flags"))).contains(headers);
    assertThat(only("HEALTHCHECK").words()).contains(headers);
  }

  @Test
  void itsHealthIsAskedForByTheProgramsOwnProbeAtItsOwnPort() throws IOException {
    var health = only("HEALTHCHECK");
    assertThat(health.rest()).contains("--start-period=", "CMD [");
    assertThat(health.words()).endsWith(Probe.class.getName());
    var port = imageEnvironment().get("ROUNDTABLE__WEB__MANAGEMENT_PORT");
    assertThat(Probe.READY).isEqualTo("http://127.0.0.1:" + port + READY);
    assertThat(only("EXPOSE").rest()).isEqualTo("8080 " + port);
    assertThat(only("STOPSIGNAL").rest()).isEqualTo("SIGTERM");
  }

  @Test
  void itIsLabelledAndEverythingThatItCopiesIsLetThrough() throws IOException {
    assertThat(only("LABEL").rest())
        .contains("org.opencontainers.image.title=", "org.opencontainers.image.licenses=");
    var letThrough = Files.readAllLines(Path.of(".dockerignore"));
    assertThat(letThrough).startsWith("*");
    var copied =
        all("COPY").stream()
            .map(Instruction::rest)
            .filter(rest -> !rest.startsWith("--from"))
            .map(rest -> rest.split(" ", -1)[0])
            .toList();
    assertThat(copied).isNotEmpty().allMatch(source -> letThrough.contains("!" + source));
    assertThat(
            Stream.of(
                "native.sh", "runtime.sh", "train.sh", "image.sh", "figures.sh", "reproduce.sh"))
        .allMatch(script -> Files.isExecutable(Path.of("deploy", script)));
  }

  @Test
  void theVariablesOfTheImageAreKeysOfTheConfiguration() throws IOException {
    assertThat(Manifests.problems(imageEnvironment(), Path.of("bot-config"))).isEmpty();
  }

  private Map<String, String> together(JsonNode variables) throws IOException {
    var environment = imageEnvironment();
    variables.properties().stream()
        .filter(variable -> !variable.getValue().isNull())
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue().asText()));
    return environment;
  }

  @Test
  void composeRunsOneContainerOnAFileOrTwoReplicasOnPostgres() throws IOException {
    var compose = Manifests.yaml("deploy/compose.yaml");
    var bot = compose.at("/services/bot");
    var replicas = List.of(compose.at("/services/replica-1"), compose.at("/services/replica-2"));

    assertThat(bot.at("/profiles/0").asText()).isEqualTo("sqlite");
    assertThat(compose.at("/services/database/profiles/0").asText()).isEqualTo("postgres");
    assertThat(replicas)
        .allSatisfy(replica -> assertThat(replica.at("/profiles/0").asText()).isEqualTo("postgres"))
        .extracting(replica -> replica.at("/environment/ROUNDTABLE__DISCORD__SHARDS").asText())
        .containsExactly("0-0/2", "1-1/2");
    for (var service : List.of(bot, replicas.getFirst(), replicas.getLast())) {
      assertThat(service.path("read_only").asBoolean()).isTrue();
      // Compose writes those that come from the environment into the root, which is read-only.
      assertThat(service.has("secrets")).isFalse();
      assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
      assertThat(service.path("stop_grace_period").asText()).isEqualTo("30s");
      assertThat(service.path("volumes").toString()).contains(":/config:ro", ":/data");
      assertThat(service.path("ports").toString()).contains(":8080", ":8081");
      assertThat(Manifests.problems(together(service.path("environment")), Path.of("bot-config")))
          .isEmpty();
    }
  }

  // A variable that stands there without a value is handed on; each has to be one that is read.
  @Test
  void theVariablesThatComposeHandsOnAreNamedByTheConfiguration() throws IOException {
    var shipped = Files.readString(Path.of("bot-config/roundtable.yaml"));
    Manifests.yaml("deploy/compose.yaml").at("/services/bot/environment").properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !name.startsWith("ROUNDTABLE__"))
        .forEach(name -> assertThat(shipped).contains("Env: " + name));
    assertThat(
            Manifests.problems(
                Map.of("ROUNDTABLE__DISCORD__GUILDS", "123456789012345678"), Path.of("bot-config")))
        .isEmpty();
  }

  @Test
  void inKubernetesTheReplicasAreProbedBoundAndWithoutRights() throws IOException {
    var deployment = Manifests.yaml("deploy/kubernetes/deployment.yaml");
    var pod = deployment.at("/spec/template/spec");
    var bot = pod.at("/containers/0");

    assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
    assertThat(bot.at("/startupProbe/httpGet/path").asText()).isEqualTo(LIVE);
    assertThat(bot.at("/livenessProbe/httpGet/path").asText()).isEqualTo(LIVE);
    assertThat(bot.at("/readinessProbe/httpGet/path").asText()).isEqualTo(READY);
    assertThat(bot.at("/readinessProbe/httpGet/port").asText()).isEqualTo("machines");
    assertThat(bot.path("ports").findValuesAsText("containerPort"))
        .containsExactly(only("EXPOSE").rest().split(" "));
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsUser").asText()).isEqualTo(only("USER").rest());
    assertThat(bot.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(bot.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
    int lasting = bot.at("/lifecycle/preStop/sleep/seconds").asInt();
    assertThat(lasting).isPositive();
    assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(lasting + 25);
    var disruption = Manifests.yaml("deploy/kubernetes/disruption.yaml");
    assertThat(disruption.at("/spec/minAvailable").asInt()).isEqualTo(1);
    assertThat(disruption.at("/spec/unhealthyPodEvictionPolicy").asText()).isEqualTo("AlwaysAllow");
    for (var file : List.of("deployment", "disruption")) {
      assertThat(
              Manifests.yaml("deploy/kubernetes/" + file + ".yaml")
                  .at("/spec/selector/matchLabels/app")
                  .asText())
          .isEqualTo(deployment.at("/spec/template/metadata/labels/app").asText());
    }
    var service = Manifests.yaml("deploy/kubernetes/service.yaml");
    assertThat(bot.path("ports").findValuesAsText("name"))
        .contains(service.at("/spec/ports/0/targetPort").asText());
  }

  @Test
  void inKubernetesTheConfigurationIsOneAndFindsItsSecretsWhereTheyAreMounted() throws IOException {
    var deployment = Manifests.yaml("deploy/kubernetes/deployment.yaml");
    var map = Manifests.yaml("deploy/kubernetes/configuration.yaml");
    var secret = Manifests.yaml("deploy/kubernetes/secret.example.yaml");
    var pod = deployment.at("/spec/template/spec");
    var text = map.at("/data/roundtable.yaml").asText();
    Files.writeString(folder.resolve("roundtable.yaml"), text);
    var environment = imageEnvironment();
    for (var variable : pod.at("/containers/0/env")) {
      environment.put(variable.path("name").asText(), variable.path("value").asText());
    }

    assertThat(Manifests.problems(environment, folder)).isEmpty();
    assertThat(pod.at("/volumes/0/configMap/name")).isEqualTo(map.at("/metadata/name"));
    assertThat(pod.at("/volumes/1/secret/secretName")).isEqualTo(secret.at("/metadata/name"));
    assertThat(pod.at("/containers/0/volumeMounts/0/mountPath").asText())
        .isEqualTo(environment.get("ROUNDTABLE_CONFIG"));
    var mounted = pod.at("/containers/0/volumeMounts/1/mountPath").asText() + "/";
    assertThat(secret.path("stringData").fieldNames())
        .toIterable()
        .isNotEmpty()
        .allMatch(name -> (text + environment).contains(mounted + name));
  }
}
