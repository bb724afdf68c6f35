package dev.pitwall.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TelemetryPageTest {

  @Test
  void committedPageIsWhatTheConventionsSay() throws IOException {
    assertThat(Files.readString(Path.of("../../docs/telemetry.md")))
        .as("run: mvn -q process-classes -Pwrite-docs -pl otel-extension/build-tools -am")
        .isEqualTo(TelemetryPage.render());
  }
}
