package dev.pitwall.engine.history;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The histories of all workflows, of the first {@value #MAX_WORKFLOWS} that are seen and of {@value
 * #MAX_SUBJECTS} subjects in all: names may be made up by a model or a user, and would otherwise
 * hold memory for as long as the application runs. Safe for use by several threads.
 */
public final class WorkflowHistories {

  static final int MAX_SUBJECTS = 16_384;

  private static final int MAX_WORKFLOWS = 200;
  private static final int MAX_SUBJECTS_OF_ONE = 512;
  private static final int MAX_SUBJECTS_OF_A_RUN = 64;

  private final Map<String, WorkflowHistory> histories = new ConcurrentHashMap<>();
  private final Room all = new Room(MAX_SUBJECTS);

  /** The history of a workflow; beyond the limit a small one that starts empty each time. */
  public WorkflowHistory of(String workflow) {
    WorkflowHistory known = histories.get(workflow);
    if (known != null) {
      return known;
    }
    return histories.size() >= MAX_WORKFLOWS
        ? new WorkflowHistory(new Room(MAX_SUBJECTS_OF_A_RUN), new Room(MAX_SUBJECTS_OF_A_RUN))
        : histories.computeIfAbsent(
            workflow, unknown -> new WorkflowHistory(new Room(MAX_SUBJECTS_OF_ONE), all));
  }
}
