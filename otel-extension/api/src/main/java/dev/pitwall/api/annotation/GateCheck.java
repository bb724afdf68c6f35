package dev.pitwall.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call is a check of work, with a verdict.
 *
 * <pre>{@code
 * @GateCheck(value = "house-style", passed = "${result.ok}", task = "${args[0].id}")
 * Report check(Chapter chapter) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface GateCheck {
  /** The gate's name. */
  String value();

  /** Whether the work is good; what the method returns, if that is true or false, without one. */
  String passed() default "";

  /** What follows if it is not: {@code retry}, {@code reject} or {@code escalate}. */
  String action() default "";

  /** The task whose work it is. */
  String task() default "";

  /** The agent whose work it is. */
  String agent() default "";

  /** A score. */
  String score() default "";

  /** The least that the score can be; 0 without one. */
  String min() default "";

  /** The most that the score can be; 1 without one. */
  String max() default "";
}
