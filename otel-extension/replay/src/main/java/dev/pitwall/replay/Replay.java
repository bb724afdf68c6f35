package dev.pitwall.replay;

import dev.pitwall.agent.pricing.PriceFiles;
import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.engine.Engine;
import dev.pitwall.replay.follow.Announced;
import dev.pitwall.replay.follow.Follower;
import dev.pitwall.replay.propose.PastRuns;
import dev.pitwall.replay.record.Observation;
import java.util.function.Consumer;

/**
 * One engine that lives through a recording. Its time is that of the recording and ends with it:
 * what has not happened by then may still happen. Not safe for use by several threads.
 */
final class Replay {

  private static final long MILLI = 1_000_000;
  // As the agent lets the engine see the time.
  private static final long TICK = 1_000;

  private final Engine engine;
  private final Follower follower;
  private final Findings findings;
  private long nextTick;

  /**
   * @param taker takes each finding when it is over
   * @param past measures the runs
   */
  Replay(PitwallSettings settings, Announced announced, Consumer<Found> taker, PastRuns past) {
    this.findings = new Findings(this::isGuessed, past::found, taker);
    this.engine = new Engine(settings.engine(), findings);
    this.follower = new Follower(engine, PriceFiles.load(settings.pricesFile()), announced, past);
  }

  /** Without measuring. */
  Replay(PitwallSettings settings, Announced announced, Consumer<Found> taker) {
    this.findings = new Findings(this::isGuessed, run -> {}, taker);
    this.engine = new Engine(settings.engine(), findings);
    this.follower =
        new Follower(engine, PriceFiles.load(settings.pricesFile()), announced, signal -> {});
  }

  private boolean isGuessed(String run) {
    return follower.isGuessed(run);
  }

  /** Takes an observation that is not earlier than those before. */
  void accept(Observation observation) {
    until(observation.nanos());
    follower.accept(observation);
  }

  /**
   * The recording is over.
   *
   * @param nanos its last moment, epoch nanoseconds
   */
  void end(long nanos) {
    until(nanos);
    findings.end();
  }

  Findings findings() {
    return findings;
  }

  private void until(long nanos) {
    if (nextTick == 0) {
      nextTick = nanos / MILLI / TICK * TICK + TICK;
    }
    while (follower.nextDue() <= nanos) {
      long due = follower.nextDue();
      tick(due / MILLI);
      follower.advance(due);
    }
    tick(nanos / MILLI);
  }

  private void tick(long now) {
    while (nextTick <= now) {
      engine.tick(nextTick);
      nextTick += TICK;
      if (nextTick + TICK <= now) {
        // Nothing happens in between unless somebody has asked to be woken.
        long next = engine.nextTickAt();
        long skipped = Math.max(0, Math.min(now, next) - nextTick) / TICK;
        nextTick += skipped * TICK;
      }
    }
  }
}
