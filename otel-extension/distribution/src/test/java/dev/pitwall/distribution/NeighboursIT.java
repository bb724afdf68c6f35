package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pitwall.distribution.neighbour.NeighbourCustomizer;
import dev.pitwall.distribution.neighbour.NeighbourModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * We are not alone: another extension hooks the same method and marks every span, and the
 * application brings Micrometer and an OpenTelemetry API of its own.
 */
class NeighboursIT {

  private static final List<String> TARGET =
      List.of(
          "-cp",
          Attached.applicationClassPath(
              "micrometer-",
              "opentelemetry-api-1",
              "opentelemetry-context-",
              "opentelemetry-common-"),
          "dev.pitwall.distribution.app.NeighboursApp");

  @TempDir private static Path folder;
  private static Path neighbour;
  private static Attached bare;
  private static Attached plain;

  @BeforeAll
  static void runWithoutUs() throws IOException, InterruptedException {
    neighbour = neighbour(folder.resolve("neighbour.jar"));
    bare = Attached.run(JavaHomes.own(), List.of(), TARGET);
    plain = Attached.run(JavaHomes.own(), flags(neighbour.toString()), TARGET);
  }

  @ParameterizedTest(name = "we are first: {0}")
  @ValueSource(booleans = {true, false})
  void leavesNeighboursAlone(boolean first) throws IOException, InterruptedException {
    String extensions =
        first ? Attached.EXTENSION + "," + neighbour : neighbour + "," + Attached.EXTENSION;
    Attached watched = Attached.run(JavaHomes.own(), flags(extensions), TARGET);
    ThreeWays ways = new ThreeWays(bare, plain, watched);

    ways.assertSameApplication();
    ways.assertWatching();
    assertThat(bare.out()).contains("current span is its own true", "jobs 1");
    assertThat(watched.spans())
        .isNotEmpty()
        .allMatch(span -> Attached.attribute(span, "neighbour").equals("was here"));
    assertThat(watched.spanNames()).contains("execute_tool search", "approval release");
    JsonNode job = span(watched, "a job");
    assertThat(span(watched, "invoke_workflow desk").path("parentSpanId"))
        .isEqualTo(job.path("spanId"));
    assertThat(watched.metrics("pitwall.tokens.used")).isNotEmpty();
  }

  private static Path neighbour(Path file) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (Path type : classesOf(NeighbourModule.class)) {
        String name = NeighbourModule.class.getPackageName().replace('.', '/');
        add(jar, name + "/" + type.getFileName(), Files.readAllBytes(type));
      }
      service(
          jar,
          "io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule",
          NeighbourModule.class);
      service(
          jar,
          "io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider",
          NeighbourCustomizer.class);
    }
    return file;
  }

  private static List<Path> classesOf(Class<?> type) throws IOException {
    Path folder = Attached.testClasses().resolve(type.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void service(JarOutputStream jar, String service, Class<?> provider)
      throws IOException {
    add(jar, "META-INF/services/" + service, provider.getName().getBytes(StandardCharsets.UTF_8));
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  private static List<String> flags(String extensions) {
    return Stream.concat(
            Attached.flagsOfThePlainAgent(Attached.NEWEST).stream(),
            Stream.of("-Dotel.javaagent.extensions=" + extensions))
        .toList();
  }

  private static JsonNode span(Attached attached, String name) {
    return attached.spans().stream()
        .filter(span -> span.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
