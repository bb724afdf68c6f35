package dev.pitwall.dashboards.signals;

import static dev.pitwall.dashboards.signals.Promql.counted;
import static dev.pitwall.dashboards.signals.Promql.lately;
import static dev.pitwall.dashboards.signals.Promql.quantile;
import static dev.pitwall.dashboards.signals.Promql.rate;
import static dev.pitwall.dashboards.signals.Promql.select;
import static dev.pitwall.dashboards.signals.Promql.sum;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.GenAiMetrics;
import dev.pitwall.conventions.InferenceMetrics;
import dev.pitwall.conventions.Metric;
import dev.pitwall.dashboards.model.Signal;
import dev.pitwall.dashboards.model.Unit;
import dev.pitwall.dashboards.signals.Promql.Part;

/**
 * The models that are called. Their metrics have two generations of names (setting {@code
 * pitwall.semconv}); a service emits one of them, and either is shown.
 */
public final class Models {

  private static final String NO_CALL = "No model was called in this time range";
  private static final String[] ALL = {};
  private static final String[] FAILURES = {Share.FAILED};

  public static final Signal FAILED_SHARE =
      Signal.single(
          "Failed model calls",
          "Share of the model calls in the time range that ended in an error, rate limits included.",
          Unit.RATIO,
          Share.of(sum(calls(FAILURES)), sum(calls(ALL))),
          "No model was called");
  public static final Signal CALLS =
      Signal.single(
          "Calls",
          "Model calls that ended in the time range.",
          Unit.COUNT,
          sum(calls(ALL), GenAi.REQUEST_MODEL, GenAi.PROVIDER) + " > 0",
          NO_CALL);
  public static final Signal FAILED =
      Signal.single(
          "Failed",
          "Share of them that ended in an error.",
          Unit.RATIO,
          Share.of(
              sum(calls(FAILURES), GenAi.REQUEST_MODEL, GenAi.PROVIDER),
              sum(calls(ALL), GenAi.REQUEST_MODEL, GenAi.PROVIDER)),
          NO_CALL);
  public static final Signal MEDIAN = quantileOf("Median", "Half", 0.5);
  public static final Signal P95 = quantileOf("95 %", "95 %", 0.95);
  public static final Signal FIRST_CHUNK =
      Signal.single(
          "First chunk 95 %",
          "95 % of the streamed answers began within.",
          Unit.SECONDS,
          quantile(
              0.95,
              either(
                  counted(select(GenAiMetrics.CLIENT_FIRST_CHUNK, Part.BUCKET)),
                  counted(select(InferenceMetrics.FIRST_CHUNK, Part.BUCKET))),
              GenAi.REQUEST_MODEL,
              GenAi.PROVIDER),
          "No answer was streamed");
  public static final Signal ERRORS =
      new Signal(
          "Model errors",
          "Failed model calls over four export intervals, by model and kind of error.",
          Unit.COUNT,
          sum(
              either(
                  lately(chat(GenAiMetrics.CLIENT_DURATION, Part.COUNT, FAILURES)),
                  lately(chat(InferenceMetrics.DURATION, Part.COUNT, FAILURES))),
              GenAi.REQUEST_MODEL,
              GenAi.ERROR_TYPE),
          "{{gen_ai_request_model}}: {{error_type}}",
          "No model call has failed in this time range");
  public static final Signal P95_BY_MODEL =
      new Signal(
          "Model calls, 95 %",
          "95 % of the calls took no longer. Estimated from histogram buckets. A point is one call: it leads to its trace.",
          Unit.SECONDS,
          quantile(
              0.95,
              either(
                  rate(chat(GenAiMetrics.CLIENT_DURATION, Part.BUCKET, ALL)),
                  rate(chat(InferenceMetrics.DURATION, Part.BUCKET, ALL))),
              GenAi.REQUEST_MODEL),
          "{{gen_ai_request_model}}",
          NO_CALL);

  private Models() {}

  private static Signal quantileOf(String name, String part, double quantile) {
    return Signal.single(
        name,
        part + " of the calls took no longer.",
        Unit.SECONDS,
        quantile(
            quantile,
            either(
                counted(chat(GenAiMetrics.CLIENT_DURATION, Part.BUCKET, ALL)),
                counted(chat(InferenceMetrics.DURATION, Part.BUCKET, ALL))),
            GenAi.REQUEST_MODEL,
            GenAi.PROVIDER),
        NO_CALL);
  }

  private static String calls(String... matchers) {
    return either(
        counted(chat(GenAiMetrics.CLIENT_DURATION, Part.COUNT, matchers)),
        counted(chat(InferenceMetrics.DURATION, Part.COUNT, matchers)));
  }

  /** Calls of chat models; the older metric has retrievals and embeddings besides. */
  private static String chat(Metric metric, Part part, String... matchers) {
    String[] all = new String[matchers.length + 1];
    System.arraycopy(matchers, 0, all, 1, matchers.length);
    all[0] = Promql.oneOf(GenAi.OPERATION, "chat", "generate_content", "text_completion");
    return select(metric, part, all);
  }

  private static String either(String legacy, String latest) {
    return legacy + " or " + latest;
  }
}
