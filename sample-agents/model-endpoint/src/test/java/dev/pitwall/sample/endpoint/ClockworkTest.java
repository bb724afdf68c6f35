package dev.pitwall.sample.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockworkTest {

  private static final Clockwork CLOCKWORK =
      new Clockwork(Options.defaults().withLatency(Duration.ofMillis(100)));

  @Test
  void ordinaryAnswersTakeTheLatencyAndUpToAFifthMore() {
    assertThat(duration("tides", Reply.say("x")))
        .isBetween(Duration.ofMillis(100), Duration.ofMillis(120));
  }

  @Test
  void slowModelTakesTenTimesAsLong() {
    assertThat(duration("tides [[fault:slow-model]]", Reply.say("x")))
        .isBetween(Duration.ofMillis(1000), Duration.ofMillis(1200));
  }

  @Test
  void hangingCallsAndLoopsHaveTheirOwnTime() {
    assertThat(duration("tides", Reply.say("x").at(Reply.Pace.STALL)))
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(duration("tides", Reply.say("x").at(Reply.Pace.LOOP_TURN)))
        .isEqualTo(Duration.ofMillis(500));
  }

  private static Duration duration(String topic, Reply reply) {
    Conversation conversation =
        new Conversation(
            "m", List.of(new Conversation.Message("user", "Topic: " + topic)), List.of());
    return CLOCKWORK.duration(conversation, reply, new Dice(7, conversation));
  }
}
