package dev.pitwall.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayeringTest {

  private final JavaClasses replay =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.pitwall.replay");

  @Test
  void readsInOneDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("record")
        .definedBy("dev.pitwall.replay.record")
        .layer("input")
        .definedBy("dev.pitwall.replay.input")
        .layer("otlp")
        .definedBy("dev.pitwall.replay.otlp")
        .layer("sort")
        .definedBy("dev.pitwall.replay.sort")
        .layer("follow")
        .definedBy("dev.pitwall.replay.follow")
        .layer("propose")
        .definedBy("dev.pitwall.replay.propose")
        .layer("replay")
        .definedBy("dev.pitwall.replay")
        .whereLayer("replay")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("input")
        .mayOnlyBeAccessedByLayers("replay")
        .whereLayer("otlp")
        .mayOnlyBeAccessedByLayers("replay")
        .whereLayer("sort")
        .mayOnlyBeAccessedByLayers("replay")
        .whereLayer("follow")
        .mayOnlyBeAccessedByLayers("replay")
        .whereLayer("propose")
        .mayOnlyBeAccessedByLayers("replay")
        .check(replay);
  }

  @Test
  void takesFromTheAgentItsSettingsAndItsPricesOnly() {
    // The packed jar has nothing else of it.
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.pitwall.agent",
            "dev.pitwall.agent.control..",
            "dev.pitwall.agent.entry..",
            "dev.pitwall.agent.jvm..",
            "dev.pitwall.agent.methods..",
            "dev.pitwall.agent.observe..",
            "dev.pitwall.agent.telemetry..",
            "dev.pitwall.bridge..",
            "io.opentelemetry..")
        .check(replay);
  }

  @Test
  void onlyWhatReadsJsonKnowsHowItIsWritten() {
    classes()
        .that()
        .resideInAnyPackage(
            "dev.pitwall.replay.record..",
            "dev.pitwall.replay.sort..",
            "dev.pitwall.replay.follow..",
            "dev.pitwall.replay.propose..",
            "dev.pitwall.replay.input..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.pitwall..", "java..", "org.jspecify..")
        .check(replay);
  }
}
