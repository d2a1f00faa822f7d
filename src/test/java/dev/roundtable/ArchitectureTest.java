package dev.roundtable;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rooms of the house and the doors between them. A new door needs a visible edit here. */
@AnalyzeClasses(packages = "dev.roundtable", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.roundtable.";
  private static final String JSPECIFY = "org.jspecify.annotations";
  private static final String SLF4J = "org.slf4j..";
  private static final String OKHTTP = "okhttp3..";
  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String MICROMETER = "io.micrometer..";
  private static final String[] JAVA_OF_VALUES = {
    "java.lang",
    "java.lang.invoke",
    "java.lang.runtime",
    "java.math",
    "java.text",
    "java.time..",
    "java.util",
    "java.util.function",
    "java.util.regex",
    "java.util.stream"
  };
  private static final String JAVA = "java..";
  // An address is a value, unlike everything else in its package.
  private static final DescribedPredicate<JavaClass> ADDRESS =
      belongToAnyOf(URI.class, URISyntaxException.class);

  /** What each room may touch besides itself: rooms by their bare name, libraries by package. */
  private static final Map<String, List<String>> MAY_TOUCH = new TreeMap<>();

  private static void room(String name, String... mayTouch) {
    MAY_TOUCH.put(name, List.of(mayTouch));
  }

  private static void frontEnd(String name, String... libraries) {
    var rooms =
        Stream.of(
            "chat", "session", "delivery", "transcript", "export", "safety", "debate", SLF4J, JAVA);
    room(name, Stream.concat(rooms, Stream.of(libraries)).toArray(String[]::new));
  }

  static {
    room("debate");
    room("safety");
    room("transcript", "debate", "safety", "org.commonmark..");
    room("session", "debate", "safety", SLF4J, JAVA);
    room("delivery", "session", "debate", "safety", SLF4J, JAVA);
    room("chat", "session", "delivery", "transcript", "safety", "debate", SLF4J, JAVA);
    room("limits", "chat", "session", "transcript", "debate", "safety", SLF4J, JAVA);
    room("metrics", "panelist", "session", "delivery", "debate", MICROMETER, SLF4J, JAVA);
    room(
        "archive",
        "chat",
        "web",
        "limits",
        "session",
        "delivery",
        "debate",
        "safety",
        JACKSON,
        "com.github.benmanes.caffeine..",
        "com.github.kagkarlsson..",
        "com.zaxxer.hikari..",
        "org.flywaydb.core..",
        "org.jdbi.v3.core..",
        "javax.sql..",
        SLF4J,
        JAVA);
    room(
        "panelist",
        "session",
        "delivery",
        "debate",
        "safety",
        OKHTTP,
        "okio..", // where OkHttp keeps the time limit of a call
        JACKSON,
        SLF4J,
        JAVA);
    room(
        "export",
        "transcript",
        "session",
        "debate",
        "safety",
        JACKSON,
        "org.jline..",
        "javax.imageio..",
        JAVA);
    room(
        "terminal",
        "session",
        "delivery",
        "transcript",
        "export",
        "safety",
        "debate",
        "org.jline..",
        SLF4J,
        JAVA);
    frontEnd(
        "slack",
        "com.slack.api..",
        "com.google.gson..",
        "com.github.benmanes.caffeine..",
        "javax.crypto..",
        OKHTTP,
        JACKSON);
    frontEnd("discord", "net.dv8tion.jda..", OKHTTP, JACKSON);
    frontEnd("web", "io.javalin..", "jakarta.servlet..", "org.eclipse.jetty.server..", JACKSON);
    room(
        "config",
        "panelist",
        "session",
        "archive",
        "limits",
        "delivery",
        "chat",
        "metrics",
        "slack",
        "discord",
        "terminal",
        "web",
        "safety",
        "debate",
        JACKSON,
        "com.networknt.schema..",
        "org.yaml.snakeyaml..",
        SLF4J,
        JAVA);
  }

  // Of Main and cli, which import everything, nothing is said.
  private static final List<String> FREE = List.of("", "cli");

  @ArchTest
  static void eachRoomTouchesOnlyWhatItMay(JavaClasses house) {
    MAY_TOUCH.forEach((room, mayTouch) ->
        classes()
            .that()
            .resideInAPackage(ROOT + room + "..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(packages(room, mayTouch)).or(ADDRESS))
            .allowEmptyShould(true)
            .because("the list of " + room + " in ArchitectureTest is closed")
            .check(house));
  }

  private static String[] packages(String room, List<String> mayTouch) {
    var packages = new ArrayList<>(List.of(JAVA_OF_VALUES));
    packages.add(JSPECIFY);
    packages.add(ROOT + room + "..");
    for (var other : mayTouch) {
      packages.add(other.contains("..") ? other : ROOT + other + "..");
    }
    return packages.toArray(String[]::new);
  }

  @ArchTest
  static void eachRoomHasAList(JavaClasses house) {
    assertThat(house)
        .extracting(ArchitectureTest::room)
        .filteredOn(room -> !FREE.contains(room))
        .isSubsetOf(MAY_TOUCH.keySet());
  }

  private static String room(JavaClass type) {
    var below = (type.getPackageName() + ".").substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(0, below.indexOf('.'));
  }

  @ArchTest
  static final ArchRule ROOMS_HAVE_NO_CYCLES =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOBODY_TOUCHES_MAIN =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.roundtable", ROOT + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.roundtable", ROOT + "cli..");

  @ArchTest
  static final ArchRule ONLY_MAIN_AND_CLI_READ_THE_CONFIGURATION =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.roundtable", ROOT + "cli..", ROOT + "config..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "config..");

  @ArchTest
  static final ArchRule MICROMETER_STAYS_IN_METRICS =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.roundtable", ROOT + "cli..", ROOT + "metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(MICROMETER);

  @ArchTest
  static final ArchRule NO_JACKSON_IN_THE_CORE =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "debate..", ROOT + "transcript..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JACKSON);

  private static final List<String> READS_THE_CLOCK =
      List.of(
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.InstantSource.system",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Thread.sleep",
          "java.util.concurrent.TimeUnit.sleep",
          "java.lang.Math.random");

  @ArchTest
  static final ArchRule TIME_COMES_IN_FROM_OUTSIDE =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "debate..", ROOT + "session..", ROOT + "transcript..", ROOT + "safety..")
          .should()
          .accessTargetWhere(describe("it tells the time", ArchitectureTest::readsTheClock))
          .as("debate, session, transcript and safety should read no clock and never sleep");

  private static boolean readsTheClock(JavaAccess<?> access) {
    return READS_THE_CLOCK.contains(
        access.getTargetOwner().getName() + "." + access.getTarget().getName());
  }

  @ArchTest
  static final ArchRule EXPORT_KNOWS_OF_A_SESSION_ONLY_ITS_ENTRIES =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "export..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(ROOT + "session..").and(not(simpleName("Entry"))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule PURE_ROOMS_HAVE_NO_THREADS_AND_NO_CHANCE =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "debate..", ROOT + "transcript..", ROOT + "safety..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
                  .and(not(ADDRESS))
                  .or(simpleName("Thread"))
                  .or(simpleName("ThreadLocal")))
          .orShould()
          .callConstructor(Random.class)
          .as("pure rooms have no I/O, no threads and no unseeded chance");

  @ArchTest
  static final ArchRule THE_CORE_IS_MADE_OF_VALUES =
      classes()
          .that()
          .resideInAPackage(ROOT + "debate..")
          .and(not(simpleName("package-info")))
          .should(beAValueOrAFinalClass());

  private static ArchCondition<JavaClass> beAValueOrAFinalClass() {
    return new ArchCondition<>("be a record, an enum, a sealed interface or a final class") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean fits =
            type.isInterface()
                ? type.reflect().isSealed()
                : type.isEnum() || type.getModifiers().contains(JavaModifier.FINAL);
        if (!fits && !type.isAnonymousClass()) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is neither"));
        }
      }
    };
  }

  @ArchTest
  static final ArchRule THE_CORE_HAS_NO_STATIC_STATE =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(ROOT + "debate..")
          .and()
          .areStatic()
          .should()
          .beFinal()
          .andShould(notBeMutable());

  private static ArchCondition<JavaField> notBeMutable() {
    return new ArchCondition<>("hold no array, builder, atomic or concurrent collection") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        var type = field.getRawType();
        boolean mutable =
            (type.isArray() && !field.getName().startsWith("$"))
                || type.getPackageName().startsWith("java.util.concurrent")
                || type.isAssignableTo(StringBuilder.class)
                || type.isEquivalentTo(HashMap.class)
                || type.isEquivalentTo(ArrayList.class);
        if (mutable) {
          events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
        }
      }
    };
  }

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils|Service)");
}
