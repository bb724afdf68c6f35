package dev.pitwall.testing.application;

import org.jspecify.annotations.Nullable;

/**
 * A framework, as an application uses it that knows nothing of Pitwall. Implementations have a
 * public constructor without parameters and run in a process of their own, with and without the
 * agent.
 */
public interface Framework {

  /**
   * Does what the capability asks for, with the framework's real client of the OpenAI protocol.
   *
   * @return what the application gets
   * @throws Unsupported if the framework cannot do it, with the reason
   * @throws Exception what the framework throws; it is compared too
   */
  @Nullable Object play(Capability capability, Scene scene) throws Exception;
}
