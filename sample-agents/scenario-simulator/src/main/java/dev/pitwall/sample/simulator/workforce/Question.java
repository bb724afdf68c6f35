package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import dev.pitwall.sample.simulator.telemetry.Content;
import org.jspecify.annotations.Nullable;

/** A question to a person. */
public final class Question {

  private final Run run;
  private final String id;
  private final String kind;
  private final @Nullable String guarded;
  private final long asked;
  private final String span;

  private Question(Run run, String kind, @Nullable String guarded) {
    this.run = run;
    this.id = run.place().dice().hex(12);
    this.kind = kind;
    this.guarded = guarded;
    this.asked = run.place().now();
    this.span = run.place().dice().hex(16);
  }

  /**
   * Asks.
   *
   * @param guarded the tool that has to wait for the answer, or null
   */
  public static Question ask(Run run, String kind, @Nullable String guarded) {
    Question question = new Question(run, kind, guarded);
    run.log(Events.APPROVAL_REQUESTED, question.named().with(GenAi.TOOL, guarded));
    return question;
  }

  /** The person answers, or the time for it is over. */
  public void answer(String result) {
    run.record(
        span,
        run.root().span(),
        "approval " + kind,
        false,
        asked,
        named().with(Pitwall.APPROVAL_RESULT, result).with(Pitwall.RUN_ID, run.id()),
        Content.NONE,
        null);
    run.log(
        Events.APPROVAL_DECIDED,
        named()
            .with(GenAi.TOOL, guarded)
            .with(Pitwall.APPROVAL_RESULT, result)
            .with(Pitwall.USER_ID, "ada"));
  }

  private Attributes named() {
    return new Attributes().with(Pitwall.APPROVAL_ID, id).with(Pitwall.APPROVAL_KIND, kind);
  }
}
