package dev.pitwall.sample.desk;

import dev.pitwall.sample.desk.newsroom.Fault;
import dev.pitwall.sample.desk.newsroom.Topic;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One order as it stands; a later state is another record.
 *
 * @param id unique in this process
 * @param due when the article is wanted
 * @param result what came out, once it is done
 * @param error what went wrong, if it failed
 */
record Job(
    String id,
    Topic topic,
    Fault fault,
    State state,
    Instant submitted,
    Instant due,
    @Nullable Instant finished,
    @Nullable Result result,
    @Nullable String error) {

  enum State {
    RUNNING,
    DONE,
    FAILED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param outcome where the article went
   * @param score the critic's last score, 0 to 1
   * @param approval what the person decided
   */
  record Result(String article, String outcome, double score, String approval) {}

  static Job submitted(String id, Topic topic, Fault fault, Instant now, Instant due) {
    return new Job(id, topic, fault, State.RUNNING, now, due, null, null, null);
  }

  Job done(Result what, Instant now) {
    return new Job(id, topic, fault, State.DONE, submitted, due, now, what, null);
  }

  Job failed(String why, Instant now) {
    return new Job(id, topic, fault, State.FAILED, submitted, due, now, null, why);
  }

  boolean isOver() {
    return state != State.RUNNING;
  }
}
