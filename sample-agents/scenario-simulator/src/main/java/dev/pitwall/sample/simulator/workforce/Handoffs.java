package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import dev.pitwall.sample.simulator.telemetry.Digest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work that is passed on within a run. */
public final class Handoffs {

  private static final String RETURNS = "return_to_caller";
  private static final String PASSES = "pass_control";

  private final Run run;
  private final Map<String, Offer> offers = new HashMap<>();

  private record Offer(String source, String target, String mode) {}

  Handoffs(Run run) {
    this.run = run;
  }

  /** Offers work to an agent and expects it back. */
  public String offer(String source, String target, @Nullable String input) {
    return offer(source, target, "agent", RETURNS, true, input);
  }

  /** Gives control away. */
  public String pass(String source, String target, @Nullable String input) {
    return offer(source, target, "agent", PASSES, true, input);
  }

  /** Puts work into a person's inbox. */
  public String offerToPerson(String source, String person, @Nullable String input) {
    return offer(source, person, "person", RETURNS, true, input);
  }

  /** Puts work into a queue; no answer is to be expected. */
  public String enqueue(String source, String queue, @Nullable String input) {
    return offer(source, queue, "queue", PASSES, false, input);
  }

  private String offer(
      String source,
      String target,
      String recipient,
      String mode,
      boolean answered,
      @Nullable String input) {
    String id = run.place().dice().hex(16);
    offers.put(id, new Offer(source, target, mode));
    run.log(
        Events.HANDOFF_OFFERED,
        of(id)
            .with(Pitwall.HANDOFF_RECIPIENT, recipient)
            .with(Pitwall.HANDOFF_ONE_WAY, answered ? null : Boolean.TRUE)
            .with(Pitwall.INPUT_HASH, Digest.of(input)));
    return id;
  }

  /** The target takes the work up. */
  public void accept(String id) {
    say(Events.HANDOFF_ACCEPTED, id, null, null);
  }

  /** The target declines. */
  public void reject(String id, String reason) {
    say(Events.HANDOFF_REJECTED, id, reason, null);
  }

  /** The target is done. */
  public void complete(String id) {
    say(Events.HANDOFF_COMPLETED, id, null, null);
  }

  /** The target reports a failure. */
  public void fail(String id, String error) {
    say(Events.HANDOFF_FAILED, id, null, error);
  }

  private void say(Event event, String id, @Nullable String reason, @Nullable String error) {
    run.log(event, of(id).with(Pitwall.REASON, reason).with(GenAi.ERROR_TYPE, error));
  }

  /** What spans and entries say of a handoff. */
  Attributes of(String id) {
    Offer offer = offers.get(id);
    if (offer == null) {
      throw new IllegalArgumentException("nobody has offered " + id);
    }
    return new Attributes()
        .with(Pitwall.HANDOFF_ID, id)
        .with(Pitwall.HANDOFF_SOURCE, offer.source())
        .with(Pitwall.HANDOFF_TARGET, offer.target())
        .with(Pitwall.HANDOFF_MODE, offer.mode());
  }
}
