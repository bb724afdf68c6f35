package dev.pitwall.dashboards.model;

import java.util.OptionalInt;

/** How Grafana writes a value. */
public enum Unit {
  /** A number of things, shortened to thousands and millions. */
  COUNT("short"),
  /** So many that the shortened number needs its digits: tokens. */
  AMOUNT("short"),
  /** A mean number of things, written with one digit after the point. */
  MEAN("short"),
  /** Seconds, written in the unit that fits. */
  SECONDS("s"),
  /** A share from 0 to 1, written in percent. */
  RATIO("percentunit"),
  /** A score from 0 to 1, written as it is. */
  SCORE("none"),
  /** Money; the price list is in US dollars unless the operator's own is not. */
  MONEY("currencyUSD"),
  /** Memory, in powers of 1024. */
  BYTES("bytes"),
  /** Words. */
  TEXT("string");

  private final String id;

  Unit(String id) {
    this.id = id;
  }

  /** Grafana's identifier of the unit. */
  public String id() {
    return id;
  }

  /** How many digits follow the point; empty where Grafana decides by the size of the value. */
  public OptionalInt decimals() {
    return switch (this) {
      case COUNT, RATIO -> OptionalInt.of(0);
      case MEAN -> OptionalInt.of(1);
      case SCORE -> OptionalInt.of(2);
      case AMOUNT, SECONDS, MONEY, BYTES, TEXT -> OptionalInt.empty();
    };
  }

  /** Whether it goes from 0 to 1. */
  public boolean isShare() {
    return this == RATIO || this == SCORE;
  }
}
