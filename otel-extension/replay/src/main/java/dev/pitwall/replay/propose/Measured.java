package dev.pitwall.replay.propose;

import org.jspecify.annotations.Nullable;

/** What is measured of a run, each for one setting. */
enum Measured {
  FRUITLESS(
      "detector.stall.busy",
      "detector.stall.factor",
      Unit.MILLIS,
      "the longest time in which nothing new was left behind"),
  SILENT(
      "detector.stall.silence",
      "detector.stall.factor",
      Unit.MILLIS,
      "the longest time in which nothing was under way and nothing was heard"),
  CALL(
      "detector.stall.call",
      "detector.stall.factor",
      Unit.MILLIS,
      "the longest call of a model or tool"),
  ACCEPTANCE(
      "detector.handoff-lost.acceptance",
      "detector.handoff-lost.factor",
      Unit.MILLIS,
      "the longest time until offered work was taken up"),
  WORK(
      "detector.handoff-lost.work",
      "detector.handoff-lost.factor",
      Unit.MILLIS,
      "the longest time from taking work up to its end"),
  TOKENS("detector.runaway-cost.min-tokens", null, Unit.COUNT, "its tokens"),
  CALLS("detector.runaway-cost.min-calls", null, Unit.COUNT, "its calls of models");

  enum Unit {
    MILLIS,
    COUNT
  }

  /** The setting without what tells for which workflow it is. */
  final String setting;

  /** The setting that says how far past the usual is too far; null if the usual itself is meant. */
  final @Nullable String factor;

  final Unit unit;

  /** What it is, in a few words. */
  final String meaning;

  Measured(String setting, @Nullable String factor, Unit unit, String meaning) {
    this.setting = setting;
    this.factor = factor;
    this.unit = unit;
    this.meaning = meaning;
  }
}
