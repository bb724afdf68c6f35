package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Agents of other processes are agents of the workflow, and their work is of the same trace. */
class RemoteAgentsIT {

  private static final String APPLICATION = "dev.pitwall.distribution.app.RemoteApp";

  @Test
  void anAgentBehindA2aIsOneAgent() throws IOException, InterruptedException {
    Attached bare = Attached.run(classPath(), APPLICATION, List.of());
    Attached watched = Attached.run(classPath(), APPLICATION, Attached.flags(Attached.NEWEST));
    assertThat(watched.exit()).isEqualTo(bare.exit()).isZero();
    assertThat(watched.out()).isEqualTo(bare.out()).contains("as a member: done far away");
    assertThat(watched.log()).noneMatch(line -> line.contains("Pitwall failed"));

    List<JsonNode> far = named(watched, "invoke_agent far");
    assertThat(far).hasSize(2).allMatch(span -> span.path("kind").asInt() == 3);
    JsonNode member =
        far.stream()
            .filter(span -> !Attached.attribute(span, "pitwall.handoff.id").isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(Attached.attribute(member, "pitwall.handoff.mode")).isEqualTo("return_to_caller");
    assertThat(member.path("parentSpanId"))
        .isEqualTo(named(watched, "invoke_workflow remote").get(0).path("spanId"));
    // The other process, which here is the same one.
    assertThat(named(watched, "POST /"))
        .anyMatch(span -> span.path("traceId").equals(member.path("traceId")));
  }

  private static List<JsonNode> named(Attached watched, String name) {
    return watched.spans().stream()
        .filter(span -> span.path("name").asText().equals(name))
        .toList();
  }

  // With the versions that go with the published A2A module.
  private static String classPath() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("pitwall.a2a")))) {
      return Stream.concat(
              jars.map(Path::toString),
              Arrays.stream(Attached.applicationClassPath().split(File.pathSeparator, -1))
                  .filter(
                      entry ->
                          !String.valueOf(Path.of(entry).getFileName()).startsWith("langchain4j")))
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
