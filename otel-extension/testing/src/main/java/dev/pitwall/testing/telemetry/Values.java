package dev.pitwall.testing.telemetry;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes attributes readable and equal from run to run: what is new each time (ids, keyed hashes,
 * moments) is replaced by the kind of thing it is and its number in order of appearance, so that
 * equal values stay equal and different ones different.
 */
final class Values {

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> thrown;

  /**
   * @param thrown the classes of what the application caught, the outermost first: the only ones
   *     that a framework may name as it likes
   */
  Values(List<String> thrown) {
    this.thrown = thrown;
  }

  /** One line an attribute, {@code name = value}, sorted. */
  List<String> lines(List<KeyValue> attributes) {
    return attributes.stream()
        .sorted(Comparator.comparing(KeyValue::getKey))
        .map(attribute -> attribute.getKey() + " = " + stable(attribute))
        .toList();
  }

  /** All on one line. */
  String line(List<KeyValue> attributes) {
    return String.join(", ", lines(attributes));
  }

  private String stable(KeyValue attribute) {
    String value = text(attribute.getValue());
    if (attribute.getKey().equals(GenAi.ERROR_TYPE.name()) && thrown.contains(value)) {
      return value.equals(thrown.get(0)) ? "what was thrown" : "a cause of what was thrown";
    }
    if (attribute.getKey().contains(".time_to_")) {
      return "measured";
    }
    String kind = kind(attribute.getKey());
    return kind.isEmpty() ? value : names.computeIfAbsent(kind + value, key -> next(kind));
  }

  private String next(String kind) {
    return kind + "-" + counts.merge(kind, 1, Integer::sum);
  }

  /** The attributes with everything that is new each time left out: what order can be made by. */
  static String masked(List<KeyValue> attributes) {
    return attributes.stream()
        .filter(attribute -> kind(attribute.getKey()).isEmpty())
        .filter(attribute -> !attribute.getKey().contains(".time_to_"))
        .sorted(Comparator.comparing(KeyValue::getKey))
        .map(attribute -> attribute.getKey() + "=" + text(attribute.getValue()))
        .collect(Collectors.joining(","));
  }

  // What an attribute's value stands for, or nothing if its value is the same each time.
  private static String kind(String name) {
    if (name.endsWith(".hash")) {
      return "hash";
    }
    if (name.equals(Pitwall.RUN_OWNER.name())) {
      return "owner";
    }
    if (name.equals(Pitwall.FINDING_ONSET.name())) {
      return "moment";
    }
    Attribute declared = Declared.ATTRIBUTES.get(name);
    return declared != null && declared.id()
        ? name.replaceFirst("^pitwall\\.", "").replaceFirst("\\.id$", "")
        : "";
  }

  static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case INT_VALUE -> String.valueOf(value.getIntValue());
      case DOUBLE_VALUE -> String.valueOf(value.getDoubleValue());
      case BOOL_VALUE -> String.valueOf(value.getBoolValue());
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream().map(Values::text).toList().toString();
      default -> value.toString();
    };
  }
}
