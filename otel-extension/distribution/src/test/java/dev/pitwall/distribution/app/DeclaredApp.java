package dev.pitwall.distribution.app;

import dev.langchain4j.agentic.UntypedAgent;
import dev.pitwall.api.Activation;
import dev.pitwall.api.Approval;
import dev.pitwall.api.Authorization;
import dev.pitwall.api.BlockedBy;
import dev.pitwall.api.Budget;
import dev.pitwall.api.Gate;
import dev.pitwall.api.Handoff;
import dev.pitwall.api.Pitwall;
import dev.pitwall.api.PlannedRun;
import dev.pitwall.api.Run;
import dev.pitwall.api.Task;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Says of its runs what no framework can know, and has the desk work in some of them. */
public final class DeclaredApp {

  private DeclaredApp() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "whole" -> {
        whole();
        unauthorized();
        bypassed();
        stopped();
        forgotten();
      }
      case "lost" -> lost();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    // There is no current run any more, whatever was forgotten.
    Pitwall.current().reached("nowhere");
  }

  private static void whole() throws Exception {
    Instant later = Instant.now().plusSeconds(3600);
    PlannedRun planned =
        Pitwall.plan("publishing")
            .hash("4f2a")
            .tasks(2)
            .milestone("draft", later)
            .milestone("print")
            .deadline(later)
            .budget(Budget.tokens(1_000_000).andCost(5).andCalls(1000))
            .needsAuthorization()
            .declare();
    Pitwall.emergencyStop().arm();
    Pitwall.emergencyStop().tested("ada");
    planned.authorize(Authorization.by("ada").wasReviewed().until(later).within("weekly"));
    try (Run run = planned.start()) {
      Task print = run.task("print").ofType("print").by("printer").after("research").due(later);
      print.create();
      try (Task research = run.task("research").ofType("research").by("writer").start()) {
        System.out.println("result " + desk().invoke(Map.of("topic", "the-secret-topic")));
        research.progress(1, 2, "chapter");
        research.blockedBy(BlockedBy.RESOURCE, "index", "reader");
        research.unblocked();
        run.read("outline", "1");
        run.wrote("outline", "2");
      }
      run.reached("draft");
      onAnotherThread(print);
      handoffs(run);
      quality(run);
      try (Approval approval = run.askFor("release")) {
        approval.approve("ada");
      }
      run.pause("lunch");
      run.resume(null);
      run.contingency("second-printer", "paper jam");
      run.recovered("second-printer");
      run.progress(2, 2, "task");
      run.phase("done", 2, 2);
      run.reached("print");
    }
  }

  private static void onAnotherThread(Task print) throws Exception {
    ExecutorService printer = Executors.newSingleThreadExecutor();
    print.start();
    print.detach();
    printer
        .submit(
            () -> {
              try (Activation active = print.activate()) {
                System.out.println("result " + desk().invoke(Map.of("topic", "print")));
              }
              print.complete();
            })
        .get();
    printer.shutdown();
  }

  private static void handoffs(Run run) {
    Handoff toAgent = run.handOff("writer", "editor");
    toAgent.accept();
    toAgent.complete();
    Handoff toNext = run.passControl("editor", "printer");
    toNext.accept();
    toNext.fail(new IllegalStateException("paper jam"));
    run.handOffToPerson("editor", "ada").reject("on leave");
    Handoff queued = run.enqueue("editor", "print-queue");
    Pitwall.current().handoff(queued.id()).accept();
    Pitwall.current().handoff(queued.id()).complete();
  }

  private static void quality(Run run) {
    Gate gate = run.gate("house-style").on("print").of("printer");
    gate.sentBack();
    gate.passed();
    run.evaluated("clarity", 4, 1, 5);
  }

  private static void unauthorized() {
    try (Run run = Pitwall.plan("unpermitted").needsAuthorization().declare().start()) {
      run.reached("draft");
    }
  }

  private static void bypassed() {
    try (Run run = Pitwall.run("guarded")) {
      run.askFor("data-access", "search").reject("ada");
      System.out.println("result " + desk().invoke(Map.of("topic", "guarded")));
    }
  }

  private static void stopped() throws InterruptedException {
    try (Run run = Pitwall.run("stopped")) {
      Pitwall.emergencyStop().of("stopped").engage("ada", "wrong data");
      // What starts within the same millisecond is not after the stop.
      Thread.sleep(5);
      System.out.println("result " + desk().invoke(Map.of("topic", "stopped")));
      Pitwall.emergencyStop().of("stopped").clear("ada");
      run.fail(new IllegalStateException("stopped"));
    }
  }

  @SuppressWarnings("resource") // that is the misuse
  private static void forgotten() {
    try (Run run = Pitwall.run("forgetful")) {
      run.task("never-closed").start();
      run.task("misnamed").start().complete();
    }
    Pitwall.current().reached("nowhere");
  }

  private static void lost() throws Exception {
    try (Run run = Pitwall.run("losing")) {
      run.handOff("writer", "nobody");
      // Until the test has seen what it waits for.
      System.in.read();
    }
  }

  private static UntypedAgent desk() {
    return DeskApp.desk(new ScriptedModel(1));
  }
}
