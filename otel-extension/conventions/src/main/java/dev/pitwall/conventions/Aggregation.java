package dev.pitwall.conventions;

/** How values of several JVMs are combined into one. */
public enum Aggregation {
  SUM,
  MAX,
  MIN,
  /** A series stands for itself and is not combined. */
  NONE
}
