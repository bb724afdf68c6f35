package dev.pitwall.distribution;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayeringTest {

  private final JavaClasses pitwall =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.pitwall");

  @Test
  void aFrameworkIsKnownToItsOwnFolderOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.pitwall.instrumentation.langchain4j..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.langchain4j..")
        .check(pitwall);
  }

  @Test
  void hooksKnowTheBridgeAndTheAgentsHooksAndNothingElseOfUs() {
    noClasses()
        .that()
        .resideInAPackage("dev.pitwall.instrumentation..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.pitwall..")
                .and(not(resideInAPackage("dev.pitwall.bridge..")))
                .and(not(resideInAPackage("dev.pitwall.api.annotation")))
                .and(not(resideInAPackage("dev.pitwall.instrumentation.."))))
        .check(pitwall);
  }

  @Test
  void whatLivesBesideTheApplicationHasNoDependencies() {
    classes()
        .that()
        .resideInAPackage("dev.pitwall.bridge..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.pitwall.bridge..", "java..", "org.jspecify..")
        .check(pitwall);
  }

  @Test
  void whatApplicationsCompileAgainstHasNoDependencies() {
    classes()
        .that()
        .resideInAPackage("dev.pitwall.api..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.pitwall.api..", "java..", "org.jspecify..")
        .check(pitwall);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)")
        .orShould()
        .resideInAPackage("..util..")
        .check(pitwall);
  }
}
