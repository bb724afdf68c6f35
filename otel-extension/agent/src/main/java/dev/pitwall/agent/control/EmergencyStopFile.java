package dev.pitwall.agent.control;

import dev.pitwall.agent.settings.ControlSettings;
import dev.pitwall.bridge.StopOrder;
import dev.pitwall.bridge.StopOrder.Action;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/*
 * The file says what is so, not what is to be done: as long as a line stands there, it holds. So an operator, a script or a
 * mounted ConfigMap can change it in any order, and a JVM that starts later reads the same.
 *
 *   # Pitwall emergency stop
 *   tested by ada
 *   stop all by ada because wrong data
 *   stop publishing-desk by ada because it publishes drafts
 *
 * A file that is there arms the stop; `tested` says that somebody has tried it. A line that is not understood is reported
 * once, with its number, and the others hold.
 */
/**
 * Reads the emergency stop from a file that the operator controls. Not safe for several threads.
 */
public final class EmergencyStopFile {

  private static final Pattern LINE =
      Pattern.compile(
          "(?:(tested)|stop\\s+(?<workflow>\\S+))(?:\\s+by\\s+(?<user>\\S+))?(?:\\s+because\\s+(?<reason>.+))?");
  private static final String ALLOWED =
      "allowed are: tested [by USER], stop all|WORKFLOW [by USER] [because REASON]";

  private final WatchedFile file;
  private final EmergencyStopDesk desk;
  private final Consumer<String> complaints;
  private Map<String, StopOrder> engaged = Map.of();

  /**
   * @param complaints takes one line for each line of the file that is no good
   */
  EmergencyStopFile(WatchedFile file, EmergencyStopDesk desk, Consumer<String> complaints) {
    this.file = file;
    this.desk = desk;
    this.complaints = complaints;
  }

  /** The look to take every second: at the file that the settings name, or at nothing. */
  public static Runnable of(
      ControlSettings settings, EmergencyStopDesk desk, Consumer<String> complaints) {
    Path path = settings.emergencyStop();
    if (path == null) {
      return () -> {};
    }
    EmergencyStopFile file = new EmergencyStopFile(new WatchedFile(path), desk, complaints);
    file.poll();
    return file::poll;
  }

  /** Looks at the file; called about once a second. */
  void poll() {
    List<String> lines = file.readIfChanged();
    if (lines == null) {
      return;
    }
    if (file.isMissing()) {
      clearWhatIsGone(Map.of());
      desk.disarm();
      return;
    }
    desk.take(new StopOrder(Action.ARM, null, null, null));
    Map<String, StopOrder> now = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(line, i + 1, now);
      }
    }
    now.values().forEach(desk::take);
    clearWhatIsGone(now);
  }

  private void read(String line, int number, Map<String, StopOrder> now) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      complaints.accept(
          "%s, line %d: \"%s\" is not understood and ignored; %s"
              .formatted(file.path(), number, line, ALLOWED));
      return;
    }
    String user = matcher.group("user");
    String reason = matcher.group("reason");
    String workflow = matcher.group("workflow");
    if (workflow == null) {
      desk.take(new StopOrder(Action.TEST, null, user, reason));
    } else {
      now.put(workflow, new StopOrder(Action.ENGAGE, scope(workflow), user, reason));
    }
  }

  private void clearWhatIsGone(Map<String, StopOrder> now) {
    for (String workflow : new ArrayList<>(engaged.keySet())) {
      if (!now.containsKey(workflow)) {
        desk.take(new StopOrder(Action.CLEAR, scope(workflow), null, "no longer in the file"));
      }
    }
    engaged = Map.copyOf(now);
  }

  private static @Nullable String scope(String workflow) {
    return workflow.equals("all") ? null : workflow;
  }
}
