package dev.pitwall.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the reference pages from the code.
 *
 * <pre>{@code mvn -q process-classes -Pwrite-docs -pl otel-extension/build-tools -am}</pre>
 */
public final class WriteDocs {

  private WriteDocs() {}

  /** Writes the pages into the folder given as the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path docs = Path.of(arguments[0]);
    Files.writeString(docs.resolve("telemetry.md"), TelemetryPage.render());
    Files.writeString(docs.resolve("configuration.md"), ConfigurationPage.render());
  }
}
