package dev.pitwall.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayeringTest {

  private final JavaClasses engine =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.pitwall.engine");

  @Test
  void dependsOnNothingButTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.pitwall.engine..", "java.lang..", "java.util..", "java.time", "org.jspecify..")
        .check(engine);
  }

  @Test
  void readsInOneDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("signal")
        .definedBy("dev.pitwall.engine.signal")
        .layer("run")
        .definedBy("dev.pitwall.engine.run")
        .layer("history")
        .definedBy("dev.pitwall.engine.history")
        .layer("finding")
        .definedBy("dev.pitwall.engine.finding")
        .layer("detector")
        .definedBy("dev.pitwall.engine.detector")
        .layer("engine")
        .definedBy("dev.pitwall.engine")
        .whereLayer("engine")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("detector")
        .mayOnlyBeAccessedByLayers("engine")
        .whereLayer("run")
        .mayOnlyBeAccessedByLayers("history", "detector", "engine")
        .whereLayer("history")
        .mayOnlyBeAccessedByLayers("detector", "engine")
        .whereLayer("finding")
        .mayOnlyBeAccessedByLayers("detector", "engine")
        .check(engine);
  }
}
