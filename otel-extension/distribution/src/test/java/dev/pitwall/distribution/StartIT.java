package dev.pitwall.distribution;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which classes of ours are loaded before an application's main, and who rewrites them. */
class StartIT {

  private static final String DESK = "dev.pitwall.distribution.app.DeskApp";
  private static final String READY = "pitwall/ready.classes";
  private static final Path LIST = Path.of("src/main/start/classes.txt");

  /** How the JVM says that the agent's loader for extensions has read a class. */
  private static final String BY_THE_AGENT = "otel:/";

  @TempDir private Path folder;

  /** A class, and where the JVM has it from. */
  private record Loaded(String name, String source) {}

  @Test
  void theListIsWhatAStartLoads() throws IOException, InterruptedException {
    List<String> needed =
        beforeMain(Attached.NEWEST, copy(bytes -> null)).stream()
            .filter(each -> each.source().equals(BY_THE_AGENT))
            .map(Loaded::name)
            // What is there before it can be defined ahead.
            .filter(not(name -> name.startsWith("dev.pitwall.agent.entry.")))
            .filter(not(name -> name.endsWith(".ReadyClasses") || name.endsWith(".BridgeJar")))
            .toList();
    if (Boolean.getBoolean("pitwall.write-start-classes")) {
      write(needed);
    }
    assertThat(listed())
        .as(LIST + " is written anew by this test with -Dpitwall.write-start-classes=true")
        .containsExactlyElementsOf(new TreeSet<>(needed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest"})
  void theAgentNeedsNotRewriteThem(String which) throws IOException, InterruptedException {
    String agent = which.equals("newest") ? Attached.NEWEST : Attached.OLDEST;
    assertThat(beforeMain(agent, Attached.EXTENSION))
        .filteredOn(each -> each.source().equals(BY_THE_AGENT))
        .extracting(Loaded::name)
        .doesNotContainAnyElementsOf(listed());
  }

  @Test
  void anAgentWithOtherNamesRewritesThemAll() throws IOException, InterruptedException {
    Path copy =
        copy(
            bytes -> {
              bytes[bytes.length > 40 ? 40 : 0] ^= 1; // inside the probe
              return bytes;
            });
    assertThat(beforeMain(Attached.NEWEST, copy))
        .filteredOn(each -> each.source().equals(BY_THE_AGENT))
        .extracting(Loaded::name)
        .containsAll(listed());
  }

  /** Runs the desk, which has to be watched, and says what was loaded for it before its main. */
  private List<Loaded> beforeMain(String agent, Path extension)
      throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    List<String> flags = new ArrayList<>();
    for (String flag : Attached.flags(agent)) {
      flags.add(flag.replace(Attached.EXTENSION.toString(), extension.toString()));
    }
    flags.add("-Xlog:class+load:file=" + log + ":tid");
    Attached watched = Attached.run(Attached.applicationClassPath(), DESK, flags);
    assertThat(watched.exit()).isZero();
    assertThat(watched.spanNames()).contains("invoke_workflow desk");
    List<String[]> lines =
        Files.readAllLines(log).stream().map(line -> line.split("[\\[\\] ]+", -1)).toList();
    String main =
        lines.stream().filter(line -> line[2].equals(DESK)).map(line -> line[1]).findFirst().get();
    return lines.stream()
        .takeWhile(line -> !line[2].equals(DESK))
        .filter(line -> line[1].equals(main) && line[2].startsWith("dev.pitwall."))
        .filter(line -> !line[2].contains("$$Lambda") && !line[2].endsWith("package-info"))
        .map(line -> new Loaded(line[2], line[4]))
        .toList();
  }

  private Path copy(UnaryOperator<byte @Nullable []> ready) throws IOException {
    Path copy = folder.resolve("copy.jar");
    try (JarFile original = new JarFile(Attached.EXTENSION.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
      for (JarEntry entry : (Iterable<JarEntry>) original.stream()::iterator) {
        byte[] bytes = original.getInputStream(entry).readAllBytes();
        byte @Nullable [] content = entry.getName().equals(READY) ? ready.apply(bytes) : bytes;
        if (content != null) {
          out.putNextEntry(new JarEntry(entry.getName()));
          out.write(content);
          out.closeEntry();
        }
      }
    }
    return copy;
  }

  private static List<String> listed() throws IOException {
    return Files.readAllLines(LIST).stream().filter(not(line -> line.startsWith("#"))).toList();
  }

  private static void write(List<String> classes) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Classes that are loaded before an application's main; the build rewrites them.");
    lines.add(
        "# Written by StartIT with -Dpitwall.write-start-classes=true: see docs/decisions/0037-ready-classes.md.");
    lines.addAll(new TreeSet<>(classes));
    Files.write(LIST, lines);
  }
}
