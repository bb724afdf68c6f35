package dev.pitwall.agent.methods;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/*
 * path     = root step*
 * root     = "args[" number "]" | "result" | "this"
 * step     = "." name | "[" number "]"
 *
 * A name is a record's component, a public getter, a public field, or a key of a map; a number is an index of a list or
 * an array. Nothing is called that takes arguments, nothing is compared, nothing is computed: what cannot be written
 * cannot go wrong in the application. A null on the way makes the whole null; a name that is not there is an error.
 */
/** A path from a call to a value. Immutable. */
final class Expression {

  static final int MAX_LENGTH = 200;
  static final String FORM =
      "an expression is args[0], result or this, followed by .name or [0], such as args[0].order.id";

  private static final int MAX_STEPS = 8;
  private static final Pattern ROOT = Pattern.compile("args\\[(?<index>\\d{1,3})]|result|this");
  private static final Pattern STEP =
      Pattern.compile("\\.(?<name>[\\p{L}_$][\\p{L}\\p{N}_$-]*)|\\[(?<index>\\d{1,6})]");

  private final String text;
  private final String root;
  private final int argument;
  private final List<Step> steps;

  private record Step(@Nullable String name, int index) {}

  private Expression(String text, String root, int argument, List<Step> steps) {
    this.text = text;
    this.root = root;
    this.argument = argument;
    this.steps = steps;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException if it is none; the message tells why
   */
  static Expression parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "an expression is longer than " + MAX_LENGTH + " characters");
    }
    Matcher root = ROOT.matcher(text);
    if (!root.lookingAt()) {
      throw new IllegalArgumentException("${" + text + "} is not understood: " + FORM);
    }
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    int at = root.end();
    for (; step.find(at) && step.start() == at; at = step.end()) {
      String index = step.group("index");
      steps.add(new Step(step.group("name"), index == null ? 0 : Integer.parseInt(index)));
    }
    if (at < text.length()) {
      throw new IllegalArgumentException(
          "${%s} is not understood from \"%s\" on: %s".formatted(text, text.substring(at), FORM));
    }
    if (steps.size() > MAX_STEPS) {
      throw new IllegalArgumentException("${%s} has more than %d steps".formatted(text, MAX_STEPS));
    }
    String argument = root.group("index");
    return new Expression(
        text, root.group(), argument == null ? 0 : Integer.parseInt(argument), List.copyOf(steps));
  }

  /** Whether it can only be known when the method has returned. */
  boolean needsResult() {
    return root.equals("result");
  }

  /**
   * The value, or null if there is none on the way.
   *
   * @throws RuntimeException if the path leads nowhere, or a getter throws
   */
  @Nullable Object of(Call call) {
    Object value = start(call);
    for (Step step : steps) {
      if (value == null) {
        return null;
      }
      value = step.name() == null ? element(value, step.index()) : named(value, step.name());
    }
    return value;
  }

  private @Nullable Object start(Call call) {
    if (root.equals("this")) {
      return call.self();
    }
    return needsResult() ? call.result() : element(call.arguments(), argument);
  }

  private static @Nullable Object named(Object value, String name) {
    return value instanceof Map<?, ?> map
        ? map.get(name)
        : Property.of(value.getClass(), name).get(value);
  }

  private static @Nullable Object element(Object value, int index) {
    if (value instanceof List<?> list) {
      return list.get(index);
    }
    if (!value.getClass().isArray()) {
      throw new IllegalArgumentException("a " + value.getClass().getName() + " has no elements");
    }
    return Array.get(value, index);
  }

  @Override
  public String toString() {
    return text;
  }
}
