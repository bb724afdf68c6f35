package dev.pitwall.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call is the invocation of an agent, for agents that no framework knows.
 *
 * <pre>{@code
 * @AgentCall("researcher")
 * Facts research(Topic topic) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AgentCall {
  /** The agent's name. */
  String value();
}
