package dev.pitwall.sample.desk.newsroom;

import java.time.Duration;

/** The person who has the last word, played by a script: thinks for a while, then decides. */
public record Approver(boolean approves, Duration thinkingTime) {

  static final String APPROVED = "approved";
  static final String REJECTED = "rejected";

  String decide() {
    try {
      Thread.sleep(thinkingTime.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the desk closed before the article was decided on", e);
    }
    return approves ? APPROVED : REJECTED;
  }
}
