package dev.pitwall.agent.methods;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a mapped method, which expressions look into.
 *
 * @param self what the method is called on, or null for a static method
 * @param arguments its arguments
 * @param result what it returned; null before it has
 */
record Call(@Nullable Object self, List<@Nullable Object> arguments, @Nullable Object result) {

  /** One that has just begun. */
  static Call of(@Nullable Object self, @Nullable Object... arguments) {
    return new Call(self, Arrays.asList(arguments), null);
  }

  Call returning(@Nullable Object value) {
    return new Call(self, arguments, value);
  }
}
