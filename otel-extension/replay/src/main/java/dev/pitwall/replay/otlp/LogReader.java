package dev.pitwall.replay.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.log.Entry;
import dev.pitwall.replay.record.Observation;
import dev.pitwall.replay.record.Observation.Logged;
import dev.pitwall.replay.record.TraceId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads log records that are entries of the workflow log. Not safe for use by several threads. */
final class LogReader {

  private static final Set<String> EVENTS =
      Events.all().stream().map(Event::name).collect(Collectors.toSet());
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private final Names names = new Names();
  private final Map<String, Object> attributes = new HashMap<>();
  private long latest;

  /** The latest moment that a record tells of, epoch nanoseconds. */
  long latest() {
    return latest;
  }

  /** Reads the record at whose beginning the parser is. */
  void read(JsonParser json, List<Observation> into) throws IOException {
    attributes.clear();
    String event = "";
    long time = 0;
    long observed = 0;
    TraceId trace = TraceId.NONE;
    long within = 0;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "timeUnixNano" -> time = Numbers.whole(json);
        case "observedTimeUnixNano" -> observed = Numbers.whole(json);
        case "eventName" -> event = names.read(json);
        case "traceId" -> trace = Numbers.trace(json);
        case "spanId" -> within = Numbers.span(json);
        case "attributes" -> Attributes.read(json, names, attributes);
        default -> {}
      }
      json.skipChildren();
    }
    long at = time == 0 ? observed : time;
    latest = Math.max(latest, at);
    if (event.isEmpty() && attributes.get(Attributes.EVENT_NAME) instanceof String named) {
      event = named;
    }
    if (at > 0 && EVENTS.contains(event)) {
      into.add(logged(event, at, observed, trace, within));
    }
  }

  private Logged logged(String event, long at, long observed, TraceId trace, long within) {
    Map<String, Object> said = new TreeMap<>(attributes);
    said.remove(Attributes.EVENT_NAME);
    String run = said.remove(Pitwall.RUN_ID.name()) instanceof String text ? text : "";
    long sequence = said.remove(Pitwall.EVENT_SEQUENCE.name()) instanceof Long number ? number : 0;
    // Orders about the emergency stop name the workflow that they concern, and no run.
    String workflow =
        !run.isEmpty() && said.remove(GenAi.WORKFLOW.name()) instanceof String text ? text : "";
    // What happened is timed in milliseconds, its logging in nanoseconds right after it: that is
    // its place among spans.
    boolean rightAfter = observed >= at && observed - at < SECOND;
    return new Logged(
        new Entry(event, run, workflow, at / MILLI, said),
        rightAfter ? observed : at,
        sequence,
        trace,
        within);
  }
}
