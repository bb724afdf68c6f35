package dev.pitwall.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call gives work to another, or is the work on it.
 *
 * <pre>{@code
 * @HandsOff(source = "writer", target = "print-queue", recipient = "queue", id = "${args[0].id}", stage = "offer")
 * void put(Job job) { ... }
 *
 * @HandsOff(id = "${args[0].id}", stage = "work")
 * void print(Job job) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HandsOff {
  /** To whom; not needed for the work on it. */
  String target() default "";

  /** From whom; the method's name without one. */
  String source() default "";

  /** {@code agent}, {@code person} or {@code queue}. */
  String recipient() default "";

  /**
   * {@code whole}: the call is taken up at once and over when it returns; {@code offer} or {@code
   * work}: one of two methods that know each other by the id.
   */
  String stage() default "";

  /** Its id, for the two methods of one handoff. */
  String id() default "";

  /** {@code return_to_caller} or {@code pass_control}. */
  String mode() default "";

  /** What is given; compared by a keyed hash, never exported. */
  String input() default "";
}
