package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a detector says of a finding; the run adds who it is. Components as in {@code Finding}, and
 * {@code involved}: the agents, tools, tasks and resources that it is about. A finding may be a
 * symptom of another only if both involve something in common, or one of them is about the whole
 * run, which is an empty set.
 */
public record Draft(
    FindingType type,
    Severity severity,
    @Nullable String agent,
    String subject,
    Set<String> involved,
    List<Cause> causes,
    String evidence,
    String recommendation,
    long onset) {

  public Draft {
    involved = Set.copyOf(involved);
    causes = List.copyOf(causes);
  }

  /** The same with other evidence. */
  public Draft withEvidence(String said) {
    return new Draft(type, severity, agent, subject, involved, causes, said, recommendation, onset);
  }

  /** The same with another severity. */
  public Draft withSeverity(Severity changed) {
    return new Draft(
        type, changed, agent, subject, involved, causes, evidence, recommendation, onset);
  }

  /** The same with something else to do. */
  public Draft withRecommendation(String advice) {
    return new Draft(type, severity, agent, subject, involved, causes, evidence, advice, onset);
  }

  /** The same with other causes, likeliest first. */
  public Draft withCauses(List<Cause> ranked) {
    return new Draft(
        type, severity, agent, subject, involved, ranked, evidence, recommendation, onset);
  }
}
