package dev.pitwall.sample.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IndependenceTest {

  private static final String OWN = "dev.pitwall.sample.simulator";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(OWN);

  @Test
  void sharesNothingWithTheDetectorsButNames() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            OWN + "..",
            "dev.pitwall.conventions",
            "java..",
            "com.fasterxml.jackson..",
            "org.jspecify..")
        .check(classes);
  }

  @Test
  void theScorerKnowsLabelsAndNotHowTheyAreMade() {
    noClasses()
        .that()
        .resideInAPackage(OWN + ".score")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OWN + ".workforce", OWN + ".kernel")
        .check(classes);
  }
}
