package dev.pitwall.agent.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A detector's setting for one workflow: {@code pitwall.workflow.NAME.detector.…} for {@code
 * pitwall.detector.…}.
 *
 * @param workflow the workflow's name, as the key has it
 * @param key the key that holds for all workflows
 */
record WorkflowKey(String workflow, String key) {

  private static final String ALL = "pitwall.detector.";
  private static final Pattern FORM =
      Pattern.compile("pitwall\\.workflow\\.(.+?)\\.detector\\.(.+)");

  private static final Pattern WRITTEN =
      Pattern.compile("(?i)pitwall[._-]workflow[._-](.+?)[._-]detector[._-].+");

  /** The workflow's name as somebody has written it in a key that is for one workflow. */
  static String workflowIn(String name) {
    Matcher written = WRITTEN.matcher(name);
    return written.matches() ? written.group(1) : name;
  }

  /** The key of a workflow for one that holds for all, or null if it has none. */
  static @Nullable String of(String workflow, String key) {
    return key.startsWith(ALL)
        ? "pitwall.workflow." + workflow + ".detector." + key.substring(ALL.length())
        : null;
  }

  /** What a key is for, if it is for one workflow; in the spelling that all have in common. */
  static Optional<WorkflowKey> parse(String name) {
    Matcher form = FORM.matcher(Spelling.common(name));
    return form.matches()
        ? Optional.of(new WorkflowKey(form.group(1), ALL + form.group(2)))
        : Optional.empty();
  }
}
