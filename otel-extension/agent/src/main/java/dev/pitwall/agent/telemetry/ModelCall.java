package dev.pitwall.agent.telemetry;

import dev.pitwall.bridge.ModelReply.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A model call that is over, as metrics see it.
 *
 * @param operation what the conventions call the operation
 * @param provider the provider's name
 * @param model the model asked for
 * @param answered the model that answered
 * @param usage tokens as reported
 * @param firstChunkSeconds from the call to the first chunk of a streamed answer
 * @param seconds how long it took
 * @param error its type, if it failed
 */
public record ModelCall(
    String operation,
    String provider,
    @Nullable String model,
    @Nullable String answered,
    @Nullable Usage usage,
    @Nullable Double firstChunkSeconds,
    double seconds,
    @Nullable String error) {}
