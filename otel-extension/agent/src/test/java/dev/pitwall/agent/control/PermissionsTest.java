package dev.pitwall.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pitwall.bridge.statement.Authorized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsTest {

  private final List<String> complaints = new ArrayList<>();

  @Test
  void theLastLineForAWorkflowHolds(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("permissions");
    Permissions permissions = new Permissions(new WatchedFile(file), complaints::add);
    assertThat(permissions.of("desk")).isEmpty();

    Files.write(
        file,
        List.of(
            "# who may run what",
            "workflow=* user=root",
            "workflow=desk plan=4f2a user=ada expires=2026-12-01T00:00:00Z reviewed=true scope=weekly"));
    assertThat(permissions.poll()).isTrue();
    assertThat(permissions.poll()).isFalse();

    assertThat(permissions.of("desk"))
        .contains(
            new Authorized(
                "4f2a",
                "ada",
                true,
                Instant.parse("2026-12-01T00:00:00Z").toEpochMilli(),
                "weekly"));
    assertThat(permissions.of("other")).map(Authorized::user).contains("root");
    assertThat(complaints).isEmpty();
  }

  @Test
  void namesLinesThatAreNoGoodAndKeepsTheOthers(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("permissions");
    Files.write(file, List.of("workflow=desk usr=ada", "workflow=desk user=ada"));
    Permissions permissions = new Permissions(new WatchedFile(file), complaints::add);
    permissions.poll();
    assertThat(complaints)
        .containsExactly(
            file
                + ", line 1: unknown usr; allowed are workflow, plan, user, expires, reviewed, scope;"
                + " the line is ignored");
    assertThat(permissions.of("desk")).isPresent();
  }

  @Test
  void saysWhatIsWrongWithALine() {
    assertThatThrownBy(() -> PermissionRecord.parse("user=ada"))
        .hasMessage("workflow=… is missing");
    assertThatThrownBy(() -> PermissionRecord.parse("workflow=desk expires=tomorrow"))
        .hasMessage("expires=tomorrow is not a time such as 2026-12-01T00:00:00Z");
    assertThatThrownBy(() -> PermissionRecord.parse("desk"))
        .hasMessage("\"desk\" is not name=value");
    assertThatThrownBy(() -> PermissionRecord.parse("workflow=" + "x".repeat(3000)))
        .hasMessage("longer than 2000 characters");
  }
}
