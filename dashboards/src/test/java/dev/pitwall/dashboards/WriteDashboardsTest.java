package dev.pitwall.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteDashboardsTest {

  @Test
  void committedFilesAreWhatTheSourceMakes() throws IOException {
    for (Map.Entry<String, String> file : WriteDashboards.files().entrySet()) {
      assertThat(Path.of("grafana", file.getKey()))
          .as("written anew by: mvn -q compile exec:java, in dashboards/")
          .content()
          .isEqualTo(file.getValue());
    }
    try (var committed = Files.list(Path.of("grafana"))) {
      assertThat(committed.map(file -> file.getFileName().toString()))
          .as("no file that the source does not make")
          .containsExactlyInAnyOrderElementsOf(WriteDashboards.files().keySet());
    }
  }

  @Test
  void writesEveryFileIntoTheFolder(@TempDir Path folder) throws IOException {
    WriteDashboards.main(new String[] {folder.resolve("new").toString()});
    assertThat(folder.resolve("new"))
        .isDirectoryContaining(
            file -> file.getFileName().toString().equals("pitwall-overview.json"))
        .isDirectoryNotContaining(file -> file.toFile().length() == 0);
    try (var written = Files.list(folder.resolve("new"))) {
      assertThat(written).hasSize(8);
    }
  }

  @Test
  void tellsHowItIsUsedWhenTheFolderIsMissing() {
    assertThatThrownBy(() -> WriteDashboards.main(new String[0]))
        .hasMessageContaining("usage: WriteDashboards FOLDER");
  }
}
