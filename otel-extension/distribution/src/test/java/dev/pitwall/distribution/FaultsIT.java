package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Declarations;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * We fail wherever we can: the application does not notice, each failure is counted, and each kind
 * is logged once.
 *
 * <p>The classes come from the jar, so a new hook is here by itself; it has to be reached by {@code
 * TourApp}.
 */
class FaultsIT {

  private static final String TOUR = "dev.pitwall.distribution.app.TourApp";
  private static final String HOOKS = "dev/pitwall/instrumentation/";
  private static final String OBSERVERS = "dev/pitwall/agent/observe/";

  private static final String CLASS_PATH = Attached.applicationClassPath("pitwall-api");

  private static Attached bare;

  @TempDir private Path folder;

  @BeforeAll
  static void runBare() throws IOException, InterruptedException {
    bare = Attached.run(CLASS_PATH, TOUR, List.of());
    assertThat(bare.exit()).isZero();
  }

  @Test
  void everyHookCannotReadWhatTheFrameworkHolds() throws IOException, InterruptedException {
    FaultyExtension faulty =
        FaultyExtension.write(
            folder.resolve("hooks.jar"),
            new FaultyExtension.Faults() {
              @Override
              public boolean in(ClassReader type) {
                return isOfAHook(type) && !standsInForTheApplications(type);
              }

              @Override
              public boolean atCallTo(String owner) {
                return !owner.startsWith("java/")
                    && !owner.startsWith("dev/pitwall/")
                    && !owner.startsWith("[");
              }
            });
    Attached watched = run(faulty);
    assertUnnoticed(watched);
    assertThat(reached(watched))
        .as("hooks that TourApp does not reach")
        .containsAll(faulty.classes());
  }

  @Test
  void theObserverFailsInEveryReport() throws IOException, InterruptedException {
    Attached watched =
        run(
            FaultyExtension.write(
                folder.resolve("observer.jar"), new FaultsIn(Set.of(Observer.class))));
    assertUnnoticed(watched);
    assertThat(watched.spans()).isEmpty();
  }

  @Test
  void whatTheApplicationDeclaresCannotBeTaken() throws IOException, InterruptedException {
    Attached watched =
        run(
            FaultyExtension.write(
                folder.resolve("declarations.jar"), new FaultsIn(Set.of(Declarations.class))));
    assertUnnoticed(watched);
    assertThat(raised(watched))
        .extracting(place -> place.substring(place.lastIndexOf('.') + 1))
        .contains("plan", "startRun", "startTask", "currentRun", "declare", "enter", "order");
  }

  @Test
  void operationsFailAtTheirEnd() throws IOException, InterruptedException {
    Attached watched =
        run(
            FaultyExtension.write(
                folder.resolve("operations.jar"),
                new FaultsIn(Set.of(Operation.class, Activation.class))));
    assertUnnoticed(watched);
    assertThat(raised(watched)).anyMatch(place -> place.endsWith("Operation.end"));
  }

  @Test
  void theEngineFailsUnderTheObserver() throws IOException, InterruptedException {
    Attached watched =
        run(
            FaultyExtension.write(
                folder.resolve("engine.jar"),
                new FaultyExtension.Faults() {
                  @Override
                  public boolean in(ClassReader type) {
                    return type.getClassName().startsWith(OBSERVERS);
                  }

                  @Override
                  public boolean atCallTo(String owner) {
                    return owner.startsWith("dev/pitwall/engine/signal/");
                  }
                }));
    assertUnnoticed(watched);
    assertThat(raised(watched)).isNotEmpty();
  }

  /** Every method of the given interfaces of the bridge throws, but for the one that is told. */
  private record FaultsIn(Set<Class<?>> interfaces) implements FaultyExtension.Faults {

    @Override
    public boolean in(ClassReader type) {
      return type.getClassName().startsWith(OBSERVERS)
          && Arrays.stream(type.getInterfaces()).anyMatch(names()::contains);
    }

    @Override
    public boolean atStartOf(ClassReader type, String method) {
      return interfaces.stream()
          .flatMap(each -> Arrays.stream(each.getMethods()))
          .map(Method::getName)
          .filter(name -> !name.equals("suppress"))
          .anyMatch(method::equals);
    }

    private Set<String> names() {
      return interfaces.stream()
          .map(each -> each.getName().replace('.', '/'))
          .collect(Collectors.toSet());
    }
  }

  // Modules and matchers work while classes are loaded, on the agent's side.
  private static boolean isOfAHook(ClassReader type) {
    String name = type.getClassName();
    return name.startsWith(HOOKS)
        // The compiler's table for a switch: once it failed, it fails again without a fault.
        && (type.getAccess() & Opcodes.ACC_SYNTHETIC) == 0
        && name.indexOf('/', HOOKS.length()) > 0
        && !type.getSuperName().endsWith("PitwallInstrumentationModule")
        && !List.of(type.getInterfaces())
            .contains("io/opentelemetry/javaagent/extension/instrumentation/TypeInstrumentation");
  }

  // A stand-in for a handler, say, passes on what the application waits for: no place for a fault.
  private static boolean standsInForTheApplications(ClassReader type) {
    return type.getInterfaces().length > 0;
  }

  private static Attached run(FaultyExtension faulty) throws IOException, InterruptedException {
    assertThat(faulty.classes()).isNotEmpty();
    return Attached.run(
        CLASS_PATH,
        TOUR,
        Attached.flags(Attached.NEWEST).stream()
            .map(flag -> flag.replace(Attached.EXTENSION.toString(), faulty.jar().toString()))
            .toList());
  }

  private static void assertUnnoticed(Attached watched) {
    assertThat(watched.exit()).isZero();
    assertThat(watched.out())
        .containsExactlyElementsOf(
            bare.out().stream().map(line -> line.replace("bridge absent", "bridge null")).toList());
    assertThat(raised(watched)).isNotEmpty();
    assertThat(watched.sum("pitwall.errors.suppressed"))
        .as("counted, of " + raised(watched))
        .isEqualTo(raised(watched).size());
    assertThat(watched.log())
        .filteredOn(line -> line.contains("Pitwall failed in"))
        .isNotEmpty()
        .extracting(line -> line.substring(line.indexOf("Pitwall failed in")))
        .doesNotHaveDuplicates();
  }

  private static List<String> raised(Attached watched) {
    return Stream.concat(watched.out().stream(), watched.err().stream())
        .filter(line -> line.startsWith(FaultyExtension.RAISED))
        .map(line -> line.substring(FaultyExtension.RAISED.length()))
        .toList();
  }

  private static Set<String> reached(Attached watched) {
    return raised(watched).stream()
        .map(place -> place.substring(0, place.lastIndexOf('.')))
        .collect(Collectors.toSet());
  }
}
