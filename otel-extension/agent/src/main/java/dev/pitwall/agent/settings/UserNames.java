package dev.pitwall.agent.settings;

/** How people are named in telemetry. */
public enum UserNames {
  /** As the application or the operator names them. */
  GIVEN,
  /** By a keyed hash: the same person has the same name, and nobody can tell which. */
  PSEUDONYM,
  /** Not at all. */
  NONE
}
