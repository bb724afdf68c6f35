package dev.pitwall.engine;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.ToolStarted;
import org.jspecify.annotations.Nullable;

/** What is left of a signal when all that is known are spans of the GenAI conventions. */
final class StandardSpans {

  private StandardSpans() {}

  static @Nullable Signal of(Signal signal) {
    if (signal instanceof AgentStarted it) {
      return new AgentStarted(it.run(), it.operation(), it.parent(), it.agent(), null, it.at());
    }
    if (signal instanceof AgentEnded it) {
      return new AgentEnded(
          it.run(), it.operation(), it.parent(), it.agent(), null, it.error(), it.at());
    }
    if (signal instanceof ToolStarted it) {
      return new ToolStarted(
          it.run(), it.operation(), it.parent(), it.agent(), it.tool(), "", null, it.at());
    }
    if (signal instanceof ToolEnded it) {
      return new ToolEnded(
          it.run(),
          it.operation(),
          it.parent(),
          it.agent(),
          it.tool(),
          "",
          null,
          it.error(),
          it.startedAt(),
          it.at());
    }
    boolean asItIs =
        signal instanceof RunStarted
            || signal instanceof RunEnded
            || signal instanceof ModelStarted
            || signal instanceof ModelEnded;
    return asItIs ? signal : null;
  }
}
