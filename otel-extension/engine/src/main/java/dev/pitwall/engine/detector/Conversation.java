package dev.pitwall.engine.detector;

import dev.pitwall.engine.signal.ModelEnded;
import org.jspecify.annotations.Nullable;

/** How the input of one agent to one model grows, and how often it was cut. */
final class Conversation {

  // What falls by less is noise of counting; what falls by so much was cut.
  private static final double SAME = 0.05;
  private static final double CUT = 0.4;
  private static final double STEP = 0.01;
  private static final double BRIM = 0.97;
  private static final int FORGET = 20;

  final String agent;
  final String model;
  private final HeavyHitters growth = new HeavyHitters();
  private @Nullable String tool;
  private long parent;
  private int window;
  private int input;
  private int base;
  private int criticalGrowth;
  private long criticalAt;
  private int compactions;
  private long firstCompactionAt;
  private int sinceCompaction;
  private int betweenCompactions;
  private int roomy;
  FindingSink.@Nullable OpenFinding overflow;

  Conversation(String agent, String model) {
    this.agent = agent;
    this.model = model;
  }

  /** The agent called a tool, whose result may be what the next input grows by. */
  void called(String name) {
    tool = name;
  }

  /** The model took an input of a known size. */
  void took(ModelEnded call, int size, int limit, double critical) {
    boolean first = input == 0;
    boolean sameWork = call.parent() == parent;
    double change = (double) (size - input) / limit;
    boolean cut =
        call.usage().compacted()
            || (!first && sameWork && input >= critical * window * 0.9 && size < (1 - CUT) * input);
    window = limit;
    parent = call.parent();
    sinceCompaction++;
    if (cut) {
      compacted(call.at());
    } else if (sinceCompaction > FORGET) {
      compactions = 0;
    }
    if (first || cut || change < -SAME) {
      base = size;
      criticalAt = 0;
      criticalGrowth = 0;
    } else if (change > 0) {
      growth.add(tool == null ? "" : tool, change);
    }
    if (size >= critical * limit) {
      criticalAt = criticalAt == 0 ? call.at() : criticalAt;
      criticalGrowth += change >= STEP && !first ? 1 : 0;
    }
    input = size;
    tool = null;
  }

  /** Without sizes all that is known is that it was shortened, or not. */
  void took(ModelEnded call) {
    sinceCompaction++;
    if (call.usage().compacted()) {
      compacted(call.at());
    }
  }

  private void compacted(long at) {
    if (compactions == 0) {
      firstCompactionAt = at;
    }
    compactions++;
    betweenCompactions = sinceCompaction;
    sinceCompaction = 0;
    roomy = 0;
  }

  /** Whether growth has filled the window but for the rest, and goes on. */
  boolean isFull(double critical, double byGrowth) {
    return criticalAt != 0
        && input - base >= byGrowth * window
        && (criticalGrowth > 1 || input >= BRIM * window)
        && input >= critical * window;
  }

  int compactions() {
    return compactions;
  }

  /** Whether so many calls in a row, and more than come between two compactions, found room. */
  boolean holds(double relief, int calls) {
    roomy = window == 0 || input < relief * window ? roomy + 1 : 0;
    return roomy >= Math.max(calls, compactions > 1 ? 2 * betweenCompactions : 0);
  }

  /** A call failed for the length of its input. */
  void refused(long at) {
    roomy = 0;
    criticalAt = criticalAt == 0 ? at : criticalAt;
  }

  void relieved() {
    compactions = 0;
    criticalAt = 0;
    criticalGrowth = 0;
    base = input;
  }

  long criticalAt() {
    return criticalAt;
  }

  long firstCompactionAt() {
    return firstCompactionAt;
  }

  int input() {
    return input;
  }

  int window() {
    return window;
  }

  int base() {
    return base;
  }

  /** What its growth came from: tools by name, and the agent itself as an empty name. */
  HeavyHitters growth() {
    return growth;
  }
}
