package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.signal.HandoffOffered;
import java.util.function.UnaryOperator;

/** Where the detectors of one run put what they find. */
public interface FindingSink {

  /**
   * Opens a finding and returns what changes and resolves it. One that is only the symptom of
   * another is attached to that and not reported beside it.
   */
  OpenFinding open(Draft draft, long at);

  /** A look at the JVM would help; it comes as a signal, if it comes. */
  void suspect(String reason, long at);

  /** A handoff took a course that its own signals do not tell. */
  void handoff(HandoffFate fate, HandoffOffered offer, long at);

  /** A finding that is open. */
  interface OpenFinding {

    /** Says it anew: more is known of causes, evidence or severity. Type and onset stay. */
    void update(UnaryOperator<Draft> change, long at);

    /** Ends it; further calls do nothing. */
    void resolve(long at);
  }
}
