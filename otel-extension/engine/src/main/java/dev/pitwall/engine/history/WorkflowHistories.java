package dev.pitwall.engine.history;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The histories of all workflows, of the first {@value #MAX_WORKFLOWS} that are seen. Safe for use
 * by several threads.
 */
public final class WorkflowHistories {

  private static final int MAX_WORKFLOWS = 200;

  private final Map<String, WorkflowHistory> histories = new ConcurrentHashMap<>();

  /** The history of a workflow; beyond the limit one that starts empty each time. */
  public WorkflowHistory of(String workflow) {
    WorkflowHistory known = histories.get(workflow);
    if (known != null) {
      return known;
    }
    return histories.size() >= MAX_WORKFLOWS
        ? new WorkflowHistory()
        : histories.computeIfAbsent(workflow, unknown -> new WorkflowHistory());
  }
}
