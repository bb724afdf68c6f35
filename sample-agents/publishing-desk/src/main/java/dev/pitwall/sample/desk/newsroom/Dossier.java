package dev.pitwall.sample.desk.newsroom;

import java.io.Serializable;

/** What the researchers found, by field; its text form is what the writer reads. */
public record Dossier(String history, String market, String technology) implements Serializable {

  @Override
  public String toString() {
    return "History: %s%nMarket: %s%nTechnology: %s".formatted(history, market, technology);
  }
}
