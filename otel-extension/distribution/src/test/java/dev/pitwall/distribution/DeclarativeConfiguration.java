package dev.pitwall.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs an application with the agent configured by a file. */
final class DeclarativeConfiguration {

  private static final String FILE =
      """
      file_format: "1.0"
      tracer_provider:
        processors:
          - simple:
              exporter:
                console:
      """;

  private DeclarativeConfiguration() {}

  static Attached run(String mainClass) throws IOException, InterruptedException {
    Path file = Files.createTempFile("otel", ".yaml");
    Files.writeString(file, FILE);
    try {
      return Attached.run(
          Attached.applicationClassPath(),
          mainClass,
          List.of(
              "-javaagent:" + Attached.agent(Attached.NEWEST),
              "-Dotel.javaagent.extensions=" + Attached.EXTENSION,
              "-Dotel.config.file=" + file));
    } finally {
      Files.delete(file);
    }
  }
}
