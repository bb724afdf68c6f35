package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A version of LangChain4j and applications compiled against just that version: what a method's
 * overload or a default method means is decided when an application is compiled.
 *
 * @param version the version of {@code langchain4j-core}
 */
record LangChain4j(String version) {

  static final String OLDEST = "1.0.0";

  /** The newest with AI services: what all other tests run with. */
  static final String NEWEST = "1.19.0";

  /** From here on core answers by futures and publishers; no AI services are published for it. */
  static final String NEWEST_CORE = "1.23.0";

  private static final Path JARS = Path.of(System.getProperty("pitwall.langchain4j"));
  private static final Path SOURCES = Path.of(System.getProperty("pitwall.langchain4j.sources"));

  /** All whose AI services are tried. */
  static List<String> versions() {
    return List.of(OLDEST, "1.1.0", "1.4.0", "1.11.0", "1.16.1", NEWEST);
  }

  /** Runs an application bare and watched and shows that it noticed nothing. */
  Attached watch(Path folder, String application, String... arguments)
      throws IOException, InterruptedException {
    return watch(JavaHomes.own(), folder, application, arguments);
  }

  /** As above, on another Java. */
  Attached watch(Path javaHome, Path folder, String application, String... arguments)
      throws IOException, InterruptedException {
    List<String> target = new ArrayList<>(List.of("-cp", compile(folder, application)));
    target.add(application);
    target.addAll(List.of(arguments));
    Attached bare = Attached.run(javaHome, List.of(), target);
    Attached watched = Attached.run(javaHome, Attached.flags(Attached.NEWEST), target);
    assertThat(bare.exit()).as("%s", bare.err()).isZero();
    assertThat(watched.exit()).as("%s", watched.err()).isZero();
    assertThat(watched.out()).containsExactlyElementsOf(bare.out());
    assertThat(watched.log())
        .noneMatch(
            line ->
                line.contains("mismatched")
                    || line.contains("Pitwall failed")
                    || line.contains("Pitwall leaves"));
    return watched;
  }

  /** Every span with its parent, {@code child < parent}. */
  static List<String> parents(Attached watched) {
    Map<String, JsonNode> byId =
        watched.spans().stream()
            .collect(Collectors.toMap(span -> span.path("spanId").asText(), Function.identity()));
    return watched.spans().stream()
        .map(
            span -> {
              JsonNode parent = byId.get(span.path("parentSpanId").asText());
              String name = span.path("name").asText();
              return parent == null ? name : name + " < " + parent.path("name").asText();
            })
        .toList();
  }

  /** Sums of a counter by the value of a label. */
  static Map<String, Long> sums(Attached watched, String metric, String label) {
    Map<String, Long> sums = new TreeMap<>();
    List<JsonNode> exports = watched.metrics(metric);
    exports
        .get(exports.size() - 1)
        .path("sum")
        .path("dataPoints")
        .forEach(
            point ->
                sums.merge(
                    Attached.attribute(point, label), point.path("asInt").asLong(), Long::sum));
    return sums;
  }

  private String compile(Path folder, String application) throws IOException {
    String classPath = jars();
    Path classes = Files.createDirectories(folder.resolve(version));
    List<String> options =
        new ArrayList<>(
            List.of(
                "-parameters",
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                classPath));
    options.add(SOURCES.resolve("Models.java").toString());
    options.add(SOURCES.resolve(application + ".java").toString());
    int failed =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    assertThat(failed).isZero();
    return classes + File.pathSeparator + classPath;
  }

  /** The jars of this version, and what they need besides. */
  private String jars() {
    assertThat(Attached.applicationClassPath()).contains("langchain4j-core-" + NEWEST + ".jar");
    Stream<String> others =
        Arrays.stream(Attached.applicationClassPath().split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .filter(
                entry ->
                    version.equals(NEWEST)
                        || !Path.of(entry).getFileName().toString().startsWith("langchain4j"));
    Stream<String> own =
        version.equals(NEWEST)
            ? Stream.empty()
            : Stream.of("langchain4j", "langchain4j-core")
                .map(name -> JARS.resolve(name + "-" + version + ".jar"))
                .filter(Files::exists)
                .map(Path::toString);
    return Stream.concat(own, others).collect(Collectors.joining(File.pathSeparator));
  }
}
