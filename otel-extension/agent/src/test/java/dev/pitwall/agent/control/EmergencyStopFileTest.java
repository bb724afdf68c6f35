package dev.pitwall.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.agent.telemetry.WorkflowLog;
import dev.pitwall.engine.Engine;
import dev.pitwall.engine.EngineListener;
import dev.pitwall.engine.EngineSettings;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.log.Entry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmergencyStopFileTest {

  private final List<Entry> log = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final EmergencyStopDesk desk =
      new EmergencyStopDesk(
          new Engine(EngineSettings.DEFAULT, new Unheard()),
          new WorkflowLog(OpenTelemetry.noop().getLogsBridge().get("test"), log::add),
          user -> user,
          Clock.systemUTC());
  private Path path = Path.of("");
  private EmergencyStopFile file =
      new EmergencyStopFile(new WatchedFile(path), desk, complaints::add);

  @BeforeEach
  void watch(@TempDir Path folder) {
    path = folder.resolve("stop");
    file = new EmergencyStopFile(new WatchedFile(path), desk, complaints::add);
  }

  @Test
  void aFileThatIsThereArmsTheStop() throws IOException {
    file.poll();
    assertThat(log).isEmpty();
    write("# nothing is stopped");
    assertThat(events()).containsExactly("armed");
  }

  @Test
  void engagesAndClearsWhatStandsInTheFile() throws IOException {
    write("tested by ada", "stop desk by ada because it publishes drafts");
    assertThat(events()).containsExactly("armed", "tested", "engaged");
    assertThat(log.get(2).attributes())
        .containsEntry("pitwall.scope", "workflow")
        .containsEntry("gen_ai.workflow.name", "desk")
        .containsEntry("user.id", "ada")
        .containsEntry("pitwall.reason", "it publishes drafts");
    write("tested by ada", "stop desk by ada because it publishes drafts", "stop all");
    assertThat(events()).endsWith("engaged").hasSize(4);
    write("tested by ada");
    assertThat(events()).endsWith("cleared", "cleared").hasSize(6);
  }

  @Test
  void saysOnlyWhatChanges() throws IOException {
    write("stop all");
    file.poll();
    write("stop all", "# a remark");
    assertThat(events()).containsExactly("armed", "engaged");
  }

  @Test
  void aFileThatGoesAwayClearsWhatItStopped() throws IOException {
    write("stop all by ada");
    Files.delete(path);
    file.poll();
    assertThat(events()).containsExactly("armed", "engaged", "cleared");
    write("stop all by ada");
    assertThat(events()).endsWith("armed", "engaged");
  }

  @Test
  void namesALineThatItDoesNotUnderstandAndObeysTheOthers() throws IOException {
    write("", "halt everything", "stop all");
    assertThat(complaints)
        .containsExactly(
            path
                + ", line 2: \"halt everything\" is not understood and ignored;"
                + " allowed are: tested [by USER], stop all|WORKFLOW [by USER] [because REASON]");
    assertThat(events()).containsExactly("armed", "engaged");
    file.poll();
    assertThat(complaints).hasSize(1);
  }

  private void write(String... lines) throws IOException {
    Files.write(path, List.of(lines));
    file.poll();
  }

  private List<String> events() {
    return log.stream()
        .map(entry -> entry.event().substring("pitwall.emergency_stop.".length()))
        .toList();
  }

  private static final class Unheard implements EngineListener {

    @Override
    public void opened(Finding finding) {}

    @Override
    public void resolved(Finding finding, long at) {}

    @Override
    public void evictedRun(String run) {}

    @Override
    public void progressed(String run, int completed, int total) {}
  }
}
