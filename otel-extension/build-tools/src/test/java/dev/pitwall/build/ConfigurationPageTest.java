package dev.pitwall.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  @Test
  void committedPageIsWhatTheTableSays() throws IOException {
    assertThat(Files.readString(Path.of("../../docs/configuration.md")))
        .as("run: mvn -q process-classes -Pwrite-docs -pl otel-extension/build-tools -am")
        .isEqualTo(ConfigurationPage.render());
  }
}
