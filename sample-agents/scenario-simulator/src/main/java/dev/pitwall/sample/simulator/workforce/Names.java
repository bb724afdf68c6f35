package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.sample.simulator.kernel.Dice;
import java.util.ArrayList;
import java.util.List;

/** What workflows, agents and tools are called; nothing may depend on it. */
final class Names {

  private static final List<String> SUBJECTS =
      List.of(
          "claims",
          "invoice",
          "travel",
          "clinic",
          "patent",
          "grant",
          "recipe",
          "audit",
          "payroll",
          "harvest",
          "tender",
          "lease",
          "survey",
          "recall",
          "dispute",
          "onboarding",
          "catalog");
  private static final List<String> JOBS =
      List.of(
          "desk",
          "review",
          "intake",
          "pipeline",
          "digest",
          "triage",
          "research",
          "draft",
          "settlement",
          "migration",
          "report",
          "planning",
          "check",
          "dossier");
  private static final List<String> ROLES =
      List.of(
          "researcher",
          "writer",
          "analyst",
          "critic",
          "translator",
          "planner",
          "summarizer",
          "extractor",
          "classifier",
          "negotiator",
          "calculator",
          "reader",
          "estimator",
          "archivist",
          "coder",
          "tester",
          "auditor",
          "adviser",
          "scout",
          "lawyer");
  private static final List<String> VERBS =
      List.of("search", "fetch", "lookUp", "compute", "read", "list", "query", "render", "convert");
  private static final List<String> OBJECTS =
      List.of(
          "Orders", "Archive", "Pages", "Prices", "Ledger", "Index", "Records", "Tickets", "Files");

  private final Dice dice;
  private final List<String> roles;
  private final List<String> tools = new ArrayList<>();
  private int agents;

  Names(Dice dice) {
    this.dice = dice;
    this.roles = dice.several(ROLES.size(), ROLES);
    dice.several(VERBS.size(), VERBS).forEach(verb -> tools.add(verb + dice.one(OBJECTS)));
  }

  String workflow(int number) {
    return dice.one(SUBJECTS) + "-" + dice.one(JOBS) + "-" + number;
  }

  /** An agent's name that was not given before. */
  String agent() {
    String role = roles.get(agents % roles.size());
    int round = agents / roles.size();
    agents++;
    return round == 0 ? role : role + "-" + (round + 1);
  }

  String tool() {
    return tools.isEmpty() ? "tool" + dice.hex(4) : tools.remove(0);
  }
}
