package io.moneyprinter.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vertx.core.Deployable;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The boundaries that Maven cannot hold. Plain tests: see the note on Surefire in the parent. */
class BoundariesTest {
  private static final String ROOT = "io.moneyprinter";
  private static final String[] SERVICES = {
    ROOT + ".gateway..",
    ROOT + ".users..",
    ROOT + ".content..",
    ROOT + ".speech..",
    ROOT + ".video..",
    ROOT + ".materials..",
    ROOT + ".storage..",
    ROOT + ".orchestration..",
    ROOT + ".notification..",
    ROOT + ".analytics..",
    ROOT + ".monitoring..",
    ROOT + ".config.."
  };

  private static JavaClasses all;

  @BeforeAll
  static void read() {
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
  }

  @Test
  void servicesMeetOnlyOnTheBus() {
    slices()
        .matching(
            ROOT
                + ".(gateway|users|content|speech|video|materials|storage|orchestration"
                + "|notification|analytics|monitoring|config)..")
        .should()
        .notDependOnEachOther()
        .check(all);
  }

  @Test
  void codecsKnowNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".codecs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SERVICES)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".platform..", ROOT + ".launcher..")
        .check(all);
  }

  @Test
  void thePlatformKnowsNoService() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".platform..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SERVICES)
        .check(all);
  }

  @Test
  void messagesCarryNoJsonObject() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".codecs..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(JsonObject.class)
        .check(all);
  }

  @Test
  void verticlesArePublicAndNamedForWhatTheyAre() {
    classes()
        .that()
        .areAssignableTo(Deployable.class)
        .and()
        .resideInAnyPackage(SERVICES)
        .should()
        .haveSimpleNameEndingWith("Verticle")
        .andShould()
        .bePublic()
        .check(all);
  }

  @Test
  void nobodyReachesIntoVertx() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx.core.impl..", "io.vertx.core.internal..")
        .check(all);
  }

  @Test
  void noStaticStateThatChanges() {
    fields()
        .that()
        .areStatic()
        .and()
        .areNotFinal()
        .should()
        .bePrivate()
        .andShould()
        .beFinal()
        .allowEmptyShould(true)
        .check(all);
  }

  @Test
  void nothingIsPrintedPastTheCommandLine() {
    noClasses()
        .that()
        .resideInAnyPackage(SERVICES)
        .and()
        .haveSimpleNameNotEndingWith("Main")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(all);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("..").toAbsolutePath().normalize())) {
      List<Path> silent =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/main/java/io/moneyprinter/"))
              .map(Path::getParent)
              .distinct()
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
      assertThat(silent).isEmpty();
    }
  }
}
