package dev.pitwall.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call asks a person, and returns the answer.
 *
 * <pre>{@code
 * @AsksApproval(value = "release", tool = "deploy")
 * boolean confirm(String question) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AsksApproval {
  /** What kind of decision it is. */
  String value();

  /** The tool that must wait for it. */
  String tool() default "";

  /** Whether the answer is yes; what the method returns, if that is true or false, without one. */
  String approved() default "";

  /** Who answered. */
  String user() default "";

  /** The task that waits for it. */
  String task() default "";
}
