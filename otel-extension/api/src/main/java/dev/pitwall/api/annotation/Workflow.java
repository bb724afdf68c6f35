package dev.pitwall.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call is a run of a workflow; within another run it is a part of that.
 *
 * <pre>{@code
 * @Workflow("publishing-desk")
 * Article publish(Topic topic) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Workflow {
  /** The workflow's name. */
  String value();

  /** The id of a planned run, if it has a plan. */
  String run() default "";
}
