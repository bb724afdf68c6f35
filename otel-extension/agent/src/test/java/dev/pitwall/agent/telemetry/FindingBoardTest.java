package dev.pitwall.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingBoardTest {

  private static final long OPENED = 1_000;
  private static final Duration HOLD = Duration.ofSeconds(30);

  private final FindingBoard board = new FindingBoard(HOLD);
  private final Finding finding = finding("f-1", FindingType.DUPLICATE_WORK);

  @Test
  void showsWhatIsOpenForAsLongAsItIs() {
    board.opened(finding);
    assertThat(board.at(OPENED + Duration.ofDays(1).toMillis())).containsExactly(finding);
  }

  @Test
  void showsWhatEndedAtOnceUntilEveryExportHasSeenIt() {
    board.opened(finding);
    board.resolved(finding);
    assertThat(board.at(OPENED + HOLD.toMillis())).containsExactly(finding);
    assertThat(board.at(OPENED + HOLD.toMillis() + 1)).isEmpty();
  }

  @Test
  void showsTheCauseAndNotBesideItWhatItExplains() {
    Finding cause = finding("f-2", FindingType.PING_PONG);
    board.opened(finding);
    board.opened(cause);
    board.explained(finding);
    assertThat(board.at(OPENED)).containsExactly(cause);
  }

  private static Finding finding(String id, FindingType type) {
    return new Finding(
        id,
        type,
        Severity.WARNING,
        "run",
        "desk",
        "writer",
        "writer",
        List.of(new Cause("agent", "writer", 1)),
        "seen",
        "act",
        OPENED,
        OPENED);
  }
}
