package dev.pitwall.agent.methods;

import java.util.Map;

/** Names of types as they are written in Java, as the JVM gives them. */
final class JvmNames {

  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long", "J", "float",
          "F", "double", "D");

  private JvmNames() {}

  /** {@code [Ljava.lang.String;} of {@code java.lang.String[]}, and anything else as it is. */
  static String of(String type) {
    String element = type.strip();
    StringBuilder dimensions = new StringBuilder();
    while (element.endsWith("[]")) {
      element = element.substring(0, element.length() - 2);
      dimensions.append('[');
    }
    return dimensions.isEmpty()
        ? element
        : dimensions + PRIMITIVES.getOrDefault(element, "L" + element + ";");
  }
}
