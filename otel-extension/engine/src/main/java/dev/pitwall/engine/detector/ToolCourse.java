package dev.pitwall.engine.detector;

import dev.pitwall.engine.run.Fingerprint;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.Usage;

/** The tool calls of one agent. */
final class ToolCourse {

  /** No turn that could be compared. */
  static final long NO_TURN = 0;

  private static final int MAX_TOOLS = 256;

  private final String agent;
  private final Course course = new Course();
  private String tool = "";
  private boolean hashed;
  private long asked;
  private long answer;
  private int answersToOthers;
  private String unhashed = "";
  private int input;

  ToolCourse(String agent) {
    this.agent = agent;
  }

  /** A call of which hashes are known was answered. */
  void answered(ToolEnded call) {
    long asks = Fingerprint.of(call.argumentsHash());
    long answers = Fingerprint.of(call.resultHash());
    if (tool.equals(call.tool()) && answers == answer) {
      answersToOthers += asks == asked ? 0 : 1;
    } else {
      answersToOthers = 0;
    }
    hashed |= call.resultHash() != null;
    tool = call.tool();
    asked = asks;
    answer = answers;
  }

  /** A call of which nothing but the tool is known. */
  void calledUnhashed(String name) {
    tool = name;
    if (unhashed.length() < MAX_TOOLS) {
      unhashed = unhashed.isEmpty() ? name : unhashed + " " + name;
    }
  }

  /** The model was asked again after such calls; the turn's fingerprint, or {@link #NO_TURN}. */
  long turn(Usage usage) {
    String called = unhashed;
    unhashed = "";
    int before = input;
    input = usage.input() == null ? 0 : usage.input();
    int grown = input - before;
    if (called.isEmpty() || before == 0 || grown <= 0) {
      return NO_TURN;
    }
    return Fingerprint.of(called, String.valueOf(grown), String.valueOf(usage.output()));
  }

  /** Whether other arguments, its own or those of the other agent, got this answer too. */
  boolean hasAnswerOf(ToolCourse other) {
    return hashed
        && other.hashed
        && tool.equals(other.tool)
        && answer == other.answer
        && asked != other.asked;
  }

  int answersToOthers() {
    return answersToOthers;
  }

  String agent() {
    return agent;
  }

  Course course() {
    return course;
  }

  /** The tool that was called last. */
  String tool() {
    return tool;
  }
}
