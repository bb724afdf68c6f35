package dev.pitwall.bridge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a model.
 *
 * @param kind what the model is asked for
 * @param provider the provider's name as the GenAI conventions spell it
 * @param model the model asked for, if known
 * @param streamed whether the answer arrives in chunks
 * @param parameters how the answer is to be made
 */
public record ModelRequest(
    Kind kind, String provider, @Nullable String model, boolean streamed, Parameters parameters) {

  public ModelRequest {
    provider = Names.of(provider);
    model = Names.ofNullable(model);
  }

  /** A chat in one piece with the commonest parameters. */
  public ModelRequest(
      String provider,
      @Nullable String model,
      @Nullable Integer maxTokens,
      @Nullable Double temperature) {
    this(
        Kind.CHAT,
        provider,
        model,
        false,
        new Parameters(maxTokens, temperature, null, null, null, null, List.of(), null, false));
  }

  /** What models are asked for. */
  public enum Kind {
    CHAT,
    EMBEDDINGS,
    MODERATION
  }

  /**
   * How the answer is to be made; null where neither the request nor the model says so.
   *
   * @param json whether the answer has to be JSON
   */
  public record Parameters(
      @Nullable Integer maxTokens,
      @Nullable Double temperature,
      @Nullable Double topP,
      @Nullable Integer topK,
      @Nullable Double frequencyPenalty,
      @Nullable Double presencePenalty,
      List<String> stopSequences,
      @Nullable Long seed,
      boolean json) {

    public static final Parameters NONE =
        new Parameters(null, null, null, null, null, null, List.of(), null, false);

    private static final int MAX_STOP_SEQUENCES = 8;

    public Parameters {
      stopSequences =
          stopSequences.isEmpty()
              ? List.of()
              : stopSequences.stream().limit(MAX_STOP_SEQUENCES).map(Names::of).toList();
    }
  }
}
