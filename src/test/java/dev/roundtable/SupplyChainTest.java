package dev.roundtable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is said of the libraries that the program ships with, and how they are kept fresh. */
class SupplyChainTest {
  private static final Pattern LIBRARY = Pattern.compile("\\(([\\w.-]+:[\\w.-]+:[\\w.-]+) - ");

  private static JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(Path.of(file)));
  }

  private static List<String> shipped() throws IOException {
    var text = Files.readString(Path.of("target/classes/META-INF/THIRD-PARTY.txt"));
    return LIBRARY.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String name(JsonNode component) {
    return String.join(
        ":",
        component.path("group").asText(),
        component.path("name").asText(),
        component.path("version").asText());
  }

  @Test
  void theListOfPartsNamesEveryLibraryWithItsLicenceAndItsHash() throws IOException {
    var bom = json("target/bom.json");
    assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bom.at("/metadata/component/name").asText()).isEqualTo("roundtable");
    assertThat(bom.path("components"))
        .extracting(SupplyChainTest::name)
        .doesNotHaveDuplicates()
        .containsAll(shipped());
    assertThat(bom.path("components"))
        .allSatisfy(component -> {
          assertThat(component.path("licenses")).as(name(component)).isNotEmpty();
          assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
          assertThat(component.path("hashes").findValuesAsText("alg")).contains("SHA-256");
        });
    assertThat(shipped()).hasSizeGreaterThan(50);
  }

  @Test
  void everyRuleForUpdatesIsAboutSomethingThatIsUsed() throws IOException {
    var used = Files.readString(Path.of("pom.xml")) + Files.readString(Path.of("Dockerfile"));
    var rules = json(".github/renovate.json");
    assertThat(rules.path("extends").toString()).contains("schedule:weekly");
    assertThat(rules.path("packageRules")).isNotEmpty();
    for (var rule : rules.path("packageRules")) {
      assertThat(rule.path("description").asText()).endsWith(".");
      for (var name : rule.path("matchPackageNames")) {
        var library = name.asText().replace("**", "").split(":", 2);
        assertThat(used).contains(library);
      }
    }
  }
}
