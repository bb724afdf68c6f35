package dev.pitwall.instrumentation.langchain4j.v1_0.moderation;

import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.GateVerdict;
import dev.pitwall.bridge.GateVerdict.Action;
import dev.pitwall.bridge.GateVerdict.Result;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest.Kind;
import dev.pitwall.bridge.Operation;
import dev.pitwall.instrumentation.langchain4j.v1_0.model.ModelDescription;
import org.jspecify.annotations.Nullable;

/** Reports a moderation model's call, and the verdict where an AI service acts on it. */
public final class ModerationHook {

  private static final String LIBRARY = "langchain4j-moderation";
  private static final String GATE = "moderation";

  static {
    Bridge.observer().applied(LIBRARY);
  }

  private ModerationHook() {}

  public static @Nullable Object enter(Object model) {
    try {
      Operation<ModelReply> call =
          Bridge.observer().startModelCall(ModelDescription.of(Kind.MODERATION, model));
      return call == Operation.<ModelReply>none() ? null : call;
    } catch (Throwable t) {
      Bridge.observer().suppress(LIBRARY, t);
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  public static void exit(@Nullable Object call, @Nullable Throwable thrown) {
    if (call != null) {
      ((Operation<ModelReply>) call).end(null, thrown);
    }
  }

  /** An AI service looked at the verdict, if there is one, and went on or threw. */
  public static void decided(@Nullable Object verdict, @Nullable Throwable thrown) {
    if (verdict == null) {
      return;
    }
    if (thrown == null) {
      Bridge.observer().decideGate(new GateVerdict(GATE, Result.PASSED, Action.PASS));
    } else if (thrown.getClass().getSimpleName().equals("ModerationException")) {
      Bridge.observer().decideGate(new GateVerdict(GATE, Result.FAILED, Action.REJECT));
    } else {
      Bridge.observer().decideGate(new GateVerdict(GATE, Result.ERROR, Action.REJECT));
    }
  }
}
