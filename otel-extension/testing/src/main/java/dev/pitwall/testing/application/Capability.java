package dev.pitwall.testing.application;

/**
 * What a framework may be able to do. The names of agents, tools and workflows are part of the
 * contract, because telemetry carries them; texts come from the {@link Scene}.
 */
public enum Capability {
  /** A model is asked {@code prompt}, without any agent. Returns its text. */
  CHAT,
  /**
   * As {@link #CHAT}, streamed, to somebody who is {@linkplain Scene#listening listening}: what
   * arrives is {@linkplain Scene#saw seen} as it arrives. Returns when the answer is whole.
   */
  STREAM,
  /** The texts {@code first} and {@code second} are embedded by one call. Returns how many were. */
  EMBEDDINGS,
  /**
   * The agent {@code Assistant}, with the system message {@code system}, is asked {@code prompt}
   * and may use the tool {@code search}, which takes a {@code query}. Returns its text.
   */
  AGENT,
  /** As {@link #AGENT}, streamed. */
  AGENT_STREAM,
  /** As {@link #AGENT}, with the tool of the MCP server at {@link Scene#toolServerUrl}. */
  MCP,
  /**
   * The agent {@code Assistant}, with the system message {@code system}, is asked {@code prompt}
   * and then {@code again}, both in the conversation whose id is {@code conversation}, and
   * remembers. Returns its second text.
   */
  MEMORY,
  /**
   * The workflow {@code desk}: {@code researcher}, whose first words to the model are {@code
   * Research} and the {@code topic}, and who leaves {@code facts}; then {@code writer}, who says
   * {@code Write} and the facts. Returns the writer's answer.
   */
  SEQUENCE,
  /**
   * As {@link #SEQUENCE}, with the writer's answer streamed as by {@link #STREAM} to whoever has
   * asked for the workflow.
   */
  SEQUENCE_STREAM,
  /**
   * The workflow {@code desk}: {@code researcher} and {@code critic} at once. Returns the
   * researcher's answer.
   */
  PARALLEL,
  /**
   * The workflow {@code desk}: {@code researcher} on a thread of its own, {@code critic} meanwhile,
   * then {@code writer}, who needs the facts. Returns the writer's answer.
   */
  ASYNC,
  /**
   * The workflow {@code review}: {@code critic}, who says {@code Score} and the {@code topic} and
   * leaves a number as {@code score}, again and again, until it is above 0.8 or three times.
   * Returns the last one.
   */
  LOOP,
  /**
   * The workflow {@code desk}: {@code researcher} if the topic contains {@code facts}, otherwise
   * {@code critic}. Returns the answer of whom it was.
   */
  CONDITIONAL,
  /**
   * The workflow {@code desk} whose supervisor is asked {@code prompt} and chooses among {@code
   * researcher} and {@code writer} with calls of the same model. Returns what it ends with.
   */
  SUPERVISOR,
  /**
   * The workflow {@code desk}: {@code researcher}, then the workflow {@code review} as {@link
   * #LOOP}. Returns the last score.
   */
  NESTED,
  /**
   * The workflow {@code desk}: {@code researcher}, then a {@linkplain Scene#person person} who is
   * asked for the {@code release}. Returns the person's answer.
   */
  HUMAN,
  /**
   * As {@link #AGENT}, with a guardrail {@code NoShouting} on the output that asks the model again
   * while the answer contains {@code LOUD}.
   */
  GUARDRAIL
}
