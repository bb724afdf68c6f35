package dev.pitwall.agent.observe;

import dev.pitwall.bridge.statement.Accepted;
import dev.pitwall.bridge.statement.Answered;
import dev.pitwall.bridge.statement.Asked;
import dev.pitwall.bridge.statement.Created;
import dev.pitwall.bridge.statement.Declined;
import dev.pitwall.bridge.statement.Done;
import dev.pitwall.bridge.statement.Judged;
import dev.pitwall.bridge.statement.Offered;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.Signal;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run's application has declared to be open: the second half of each pair of statements
 * repeats only the id. Bounded; what is not remembered is not believed.
 */
final class DeclaredWork {

  private static final int CAPACITY = 1000;

  private final OpenRun run;
  private final Map<String, Offer> offers = new ConcurrentHashMap<>();
  private final Map<String, Question> questions = new ConcurrentHashMap<>();
  private final Map<String, String> taskTypes = new ConcurrentHashMap<>();
  private final Map<String, Integer> verdicts = new ConcurrentHashMap<>();

  DeclaredWork(OpenRun run) {
    this.run = run;
  }

  private record Offer(Offered offered, long offeredAt, long acceptedAt) {}

  private record Question(Asked asked, Span span, long at) {}

  void created(Created created) {
    if (created.type() != null && taskTypes.size() < CAPACITY) {
      taskTypes.put(created.task(), created.type());
    }
  }

  @Nullable String taskType(String task) {
    return taskTypes.get(task);
  }

  Signal offered(Offered offered, @Nullable String inputHash, long at) {
    if (offers.size() < CAPACITY) {
      offers.put(offered.handoff(), new Offer(offered, at, 0));
    }
    return new HandoffOffered(
        run.id(),
        offered.handoff(),
        offered.source(),
        offered.target(),
        HandoffOffered.Recipient.valueOf(offered.recipient().toUpperCase(Locale.ROOT)),
        offered.returnsToCaller()
            ? HandoffOffered.Mode.RETURN_TO_CALLER
            : HandoffOffered.Mode.PASS_CONTROL,
        offered.replyPath(),
        inputHash,
        at);
  }

  @Nullable Signal accepted(Accepted accepted, long at) {
    Offer offer = offers.get(accepted.handoff());
    if (offer == null) {
      return null;
    }
    offers.put(accepted.handoff(), new Offer(offer.offered(), offer.offeredAt(), at));
    return new HandoffAccepted(
        run.id(),
        accepted.handoff(),
        offer.offered().source(),
        offer.offered().target(),
        offer.offeredAt(),
        at);
  }

  @Nullable Signal declined(Declined declined, long at) {
    Offer offer = offers.remove(declined.handoff());
    return offer == null
        ? null
        : new HandoffRejected(
            run.id(),
            declined.handoff(),
            offer.offered().source(),
            offer.offered().target(),
            declined.reason(),
            at);
  }

  @Nullable Signal done(Done done, long at) {
    Offer offer = offers.remove(done.handoff());
    return offer == null
        ? null
        : new HandoffEnded(
            run.id(),
            done.handoff(),
            offer.offered().source(),
            offer.offered().target(),
            offer.acceptedAt() == 0 ? offer.offeredAt() : offer.acceptedAt(),
            done.error(),
            at);
  }

  /** How many verdicts the gate has given on the same work, this one included. */
  int judged(Judged judged) {
    String subject = judged.gate() + " " + judged.task();
    return verdicts.size() < CAPACITY || verdicts.containsKey(subject)
        ? verdicts.merge(subject, 1, Integer::sum)
        : 1;
  }

  /** A person is asked; a span lasts until the answer, because nothing else covers the wait. */
  Signal asked(Asked asked, Tracer tracer, long at) {
    Span span =
        tracer
            .spanBuilder("approval " + asked.kind())
            .setAttribute(Pitwall.APPROVAL_ID.name(), asked.approval())
            .setAttribute(Pitwall.APPROVAL_KIND.name(), asked.kind())
            .setAttribute(Pitwall.RUN_ID.name(), run.id())
            .startSpan();
    if (questions.size() < CAPACITY) {
      questions.put(asked.approval(), new Question(asked, span, at));
    } else {
      span.end();
    }
    return new ApprovalRequested(
        run.id(), asked.approval(), asked.kind(), asked.guards(), asked.task(), at);
  }

  /** {@code user} is who answered, named as the settings want it. */
  @Nullable Signal answered(Answered answered, @Nullable String user, long at) {
    Question question = questions.remove(answered.approval());
    if (question == null) {
      return null;
    }
    return decided(question, answered.result(), user, at);
  }

  private Signal decided(Question question, String result, @Nullable String user, long at) {
    question.span().setAttribute(Pitwall.APPROVAL_RESULT.name(), result);
    question.span().end();
    return new ApprovalDecided(
        run.id(),
        question.asked().approval(),
        question.asked().kind(),
        question.asked().guards(),
        result,
        user,
        question.at(),
        at);
  }

  /** The run is over: nobody will answer any more. */
  void end(long at) {
    for (String id : List.copyOf(questions.keySet())) {
      Question question = questions.remove(id);
      if (question != null) {
        run.publish(decided(question, "cancelled", null, at));
      }
    }
  }
}
