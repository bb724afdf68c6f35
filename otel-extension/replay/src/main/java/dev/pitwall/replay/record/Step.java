package dev.pitwall.replay.record;

import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What a span says of a step of a run.
 *
 * @param kind what it is
 * @param name of the workflow, agent, model or tool; empty if it has none
 * @param run the run, where Pitwall has named it
 * @param conversation the conversation, if there is one
 * @param agent who acts, if the span says so
 * @param service the service that recorded it
 * @param provider the model's provider
 * @param answered the model that answered
 * @param usage tokens, without price
 * @param input hash of what went in, or of a tool's arguments
 * @param output hash of what came out
 * @param error the error's type, or null
 * @param shape the workflow's topology, where it is told
 * @param suspended whether the workflow goes on later under another span
 */
public record Step(
    StepKind kind,
    String name,
    @Nullable String run,
    @Nullable String conversation,
    @Nullable String agent,
    String service,
    @Nullable String provider,
    @Nullable String answered,
    Usage usage,
    @Nullable String input,
    @Nullable String output,
    @Nullable String error,
    @Nullable Shape shape,
    boolean suspended) {}
