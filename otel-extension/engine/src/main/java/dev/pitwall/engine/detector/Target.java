package dev.pitwall.engine.detector;

import org.jspecify.annotations.Nullable;

/** A moment at which a share of a run is to be done, and what is thought of it. */
final class Target {

  final String name;
  final long due;
  final double share;
  private final long confirm;
  private long lateSince;
  private long backSince;
  FindingSink.@Nullable OpenFinding risk;
  boolean saidMissed;

  Target(String name, long due, double share, long confirm) {
    this.name = name;
    this.due = due;
    this.share = share;
    this.confirm = confirm;
  }

  /** What follows from an estimate. */
  enum Verdict {
    AT_RISK,
    IN_TIME,
    OPEN
  }

  /** The target has passed. */
  void missed() {
    lateSince = lateSince == 0 ? due : lateSince;
    backSince = 0;
  }

  /**
   * Estimates of when it is reached: at the pace so far, and at the best that is to be hoped for.
   */
  Verdict estimated(long likely, long best, long now) {
    if (likely > due) {
      lateSince = lateSince == 0 ? now : lateSince;
      backSince = 0;
      return best > due && now - lateSince >= confirm ? Verdict.AT_RISK : Verdict.OPEN;
    }
    if (risk == null) {
      lateSince = 0;
      return Verdict.IN_TIME;
    }
    backSince = backSince == 0 ? now : backSince;
    if (now - backSince < confirm) {
      return Verdict.OPEN;
    }
    lateSince = 0;
    return Verdict.IN_TIME;
  }

  /** Since when the estimate has been past it, epoch milliseconds. */
  long lateSince() {
    return lateSince;
  }

  void over(long at) {
    if (risk != null) {
      risk.resolve(at);
      risk = null;
    }
  }
}
