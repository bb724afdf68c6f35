package dev.pitwall.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call that returns has reached a checkpoint of the plan.
 *
 * <pre>{@code
 * @ReachesMilestone("draft")
 * Draft assemble(List<Chapter> chapters) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReachesMilestone {
  /** The milestone's name. */
  String value();
}
