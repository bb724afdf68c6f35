package dev.pitwall.engine.finding;

/**
 * What a finding is put down to.
 *
 * @param kind agent, tool, model, edge, resource or jvm; workflow where no more is known, and
 *     authorization where a permission is what is missing
 * @param subject which one
 * @param score how likely, 0 to 1
 */
public record Cause(String kind, String subject, double score) {

  /** The cause as {@code kind:subject}. */
  public String label() {
    return kind + ":" + subject;
  }
}
