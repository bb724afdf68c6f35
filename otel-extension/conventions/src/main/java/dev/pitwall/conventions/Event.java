package dev.pitwall.conventions;

import java.util.List;

/**
 * An event of the workflow log: an OpenTelemetry log record with an event name. All carry the run's
 * id, the workflow's name, the trace context and a sequence number besides.
 *
 * @param name the event's name
 * @param description one sentence for the generated reference
 * @param attributes what it carries besides the common attributes
 */
public record Event(String name, String description, List<Attribute> attributes) {

  public Event {
    attributes = List.copyOf(attributes);
  }

  static Event of(String name, String description, Attribute... attributes) {
    return new Event(name, description, List.of(attributes));
  }
}
