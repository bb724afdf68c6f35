package dev.pitwall.sample.endpoint;

import java.time.Duration;

/** Decides from options, conversation and reply how long an answer takes. */
final class Clockwork {

  private static final int SLOW_FACTOR = 10;
  private static final int JITTER_PERCENT = 20;

  private final Options options;

  Clockwork(Options options) {
    this.options = options;
  }

  long seed() {
    return options.seed();
  }

  Duration duration(Conversation conversation, Reply reply, Dice dice) {
    return switch (reply.pace()) {
      case LOOP_TURN -> options.loopTurn();
      case DRAG -> options.drag();
      case STALL -> options.stall();
      case ORDINARY -> {
        Duration base = options.latency();
        Duration jittered =
            base.plus(base.multipliedBy(dice.below(JITTER_PERCENT + 1)).dividedBy(100));
        yield conversation.fault().equals("slow-model")
            ? jittered.multipliedBy(SLOW_FACTOR)
            : jittered;
      }
    };
  }
}
