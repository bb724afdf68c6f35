package dev.pitwall.distribution.app;

import dev.pitwall.api.annotation.AgentCall;
import dev.pitwall.api.annotation.AsksApproval;
import dev.pitwall.api.annotation.GateCheck;
import dev.pitwall.api.annotation.HandsOff;
import dev.pitwall.api.annotation.ReachesMilestone;
import dev.pitwall.api.annotation.TaskWork;
import dev.pitwall.api.annotation.Workflow;

/** Says at its methods what they mean. */
public final class AnnotatedApp {

  private AnnotatedApp() {}

  /** What is written. */
  record Chapter(String id) {}

  @Workflow("annotated-desk")
  static String publish(Chapter chapter) {
    String text = write(chapter);
    print(chapter);
    return text + check(chapter, 9) + confirm("Release?") + assemble();
  }

  @AgentCall("writer")
  @TaskWork(id = "${args[0].id}", type = "write", agent = "writer")
  static String write(Chapter chapter) {
    return chapter.id();
  }

  @HandsOff(source = "writer", target = "printer")
  static void print(Chapter chapter) {
    System.out.println("printed " + chapter.id());
  }

  @GateCheck(value = "house-style", task = "${args[0].id}", score = "${args[1]}", max = "10")
  static boolean check(Chapter chapter, int points) {
    return points > 5 && !chapter.id().isEmpty();
  }

  @AsksApproval(value = "release", tool = "deploy")
  static boolean confirm(String question) {
    return question.isEmpty();
  }

  @ReachesMilestone("draft")
  static int assemble() {
    return 1;
  }

  @TaskWork(type = "${args[0].nothing}")
  static void misread(Chapter chapter) {
    System.out.println("misread " + chapter.id());
  }

  public static void main(String[] arguments) {
    System.out.println(publish(new Chapter("one")));
    misread(new Chapter("two"));
    misread(new Chapter("three"));
  }
}
