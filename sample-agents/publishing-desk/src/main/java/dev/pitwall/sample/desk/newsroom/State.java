package dev.pitwall.sample.desk.newsroom;

/** Keys under which the agents leave their work for each other. */
public final class State {

  static final String FAULT = "fault";
  static final String DOSSIER = "dossier";
  static final String REFUSALS = "refusals";
  static final String STATEMENTS = "statements";

  /** The article as it stands: a {@code String} in Markdown. */
  public static final String DRAFT = "draft";

  /** The critic's last score: a {@code Double} from 0 to 1. */
  public static final String SCORE = "score";

  /** What the person decided: {@code approved} or {@code rejected}. */
  public static final String APPROVAL = "approval";

  private State() {}
}
