package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a detector says of a finding; the run adds who it is. Components as in {@code Finding}. */
public record Draft(
    FindingType type,
    Severity severity,
    @Nullable String agent,
    String subject,
    List<Cause> causes,
    String evidence,
    String recommendation,
    long onset) {}
