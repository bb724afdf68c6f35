package dev.pitwall.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call is the work on a task of the current run.
 *
 * <pre>{@code
 * @TaskWork(id = "${args[0].id}", type = "write", agent = "writer")
 * Text write(Chapter chapter) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TaskWork {
  /** Its id, unique within the run; each call is a task of its own without one. */
  String id() default "";

  /** Its kind; the method's name without one. */
  String type() default "";

  /** Who works on it. */
  String agent() default "";

  /** Ids of tasks that come first: one, or an expression for several. */
  String after() default "";

  /** When it is to be done: an expression for an instant, a date or epoch milliseconds. */
  String deadline() default "";

  /** What it works on; compared by a keyed hash, never exported. */
  String input() default "";
}
