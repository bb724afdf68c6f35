package dev.pitwall.engine.finding;

/** What became of a handoff beside what its parties say. */
public enum HandoffFate {
  /** Nobody took it up, or nobody was heard of since. */
  LOST,
  /** It was lost and taken up after all. */
  RECOVERED,
  /** It was taken up twice. */
  DUPLICATED
}
