package dev.pitwall.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkflowHistoriesTest {

  private final WorkflowHistories histories = new WorkflowHistories();

  @Test
  void aWorkflowIsKnownAgain() {
    histories.of("desk").of(Measure.TOOL_DURATION, "search").add(7);
    assertThat(histories.of("desk").of(Measure.TOOL_DURATION, "search").count()).isEqualTo(1);
    assertThat(histories.of("other").of(Measure.TOOL_DURATION, "search").count()).isZero();
  }

  @Test
  void theManyNamesOfOneWorkflowLeaveRoomForAnother() {
    assertThat(keptOf("hostile", 100_000)).isEqualTo(512);
    assertThat(keptOf("desk", 10)).isEqualTo(10);
  }

  @Test
  void theManyNamesOfManyWorkflowsAreBoundedInAll() {
    int kept = 0;
    for (int i = 0; i < 150; i++) {
      kept += keptOf("hostile-" + i, 600);
    }
    assertThat(kept).isEqualTo(WorkflowHistories.MAX_SUBJECTS);
  }

  @Test
  void aRunOfOneWorkflowTooManyHasASmallHistoryOfItsOwn() {
    for (int i = 0; i < 200; i++) {
      histories.of("workflow-" + i);
    }
    WorkflowHistory own = histories.of("one more");
    assertThat(histories.of("one more")).isNotSameAs(own);
    own.of(Measure.TOOL_DURATION, "search").add(7);
    assertThat(own.of(Measure.TOOL_DURATION, "search").count()).isEqualTo(1);
    assertThat(keptOf(own, 600)).isEqualTo(63);
  }

  private int keptOf(String workflow, int names) {
    return keptOf(histories.of(workflow), names);
  }

  /** Of every second name a duration, of every other a score. */
  private static int keptOf(WorkflowHistory history, int names) {
    int kept = 0;
    for (int i = 0; i < names; i++) {
      String name = "name-" + i;
      Object first =
          i % 2 == 0 ? history.of(Measure.TOOL_DURATION, name) : history.trend(null, name);
      Object again =
          i % 2 == 0 ? history.of(Measure.TOOL_DURATION, name) : history.trend(null, name);
      kept += first == again ? 1 : 0;
    }
    return kept;
  }
}
