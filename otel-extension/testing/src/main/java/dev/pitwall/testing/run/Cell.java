package dev.pitwall.testing.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Under what an application runs.
 *
 * @param name how a person would say it
 * @param flags the JVM's flags
 * @param watched whether the agent with the extension is attached
 */
public record Cell(String name, List<String> flags, boolean watched) {

  public Cell {
    flags = List.copyOf(flags);
  }

  /** Without any agent. */
  public static Cell bare() {
    return new Cell("no agent", List.of(), false);
  }

  /** With the agent and the extension, as the README says. */
  public static Cell watched(String agentVersion, Path agent, Path extension, boolean isolated) {
    return new Cell(
        "agent %s, helpers %s".formatted(agentVersion, isolated ? "isolated" : "injected"),
        List.of(
            "-javaagent:" + agent,
            "-Dotel.javaagent.extensions=" + extension,
            "-Dotel.javaagent.experimental.indy=" + isolated),
        true);
  }

  /** The same with another flag. */
  public Cell with(String flag) {
    List<String> more = new ArrayList<>(flags);
    more.add(flag);
    return new Cell(name + ", " + flag, more, watched);
  }
}
