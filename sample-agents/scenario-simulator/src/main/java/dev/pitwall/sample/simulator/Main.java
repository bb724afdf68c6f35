package dev.pitwall.sample.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitwall.sample.simulator.scenario.Catalogue;
import dev.pitwall.sample.simulator.scenario.LabelFile;
import dev.pitwall.sample.simulator.scenario.Scenario;
import dev.pitwall.sample.simulator.scenario.Season;
import dev.pitwall.sample.simulator.score.Found;
import dev.pitwall.sample.simulator.score.Report;
import dev.pitwall.sample.simulator.telemetry.Coverage;
import dev.pitwall.sample.simulator.telemetry.OtlpWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The command line of simulator and scorer. */
public final class Main {

  private static final ObjectMapper JSON = new ObjectMapper();
  // The recording goes on for a while after the last entry, so that silence can be seen.
  private static final long DAY = 24 * 3_600_000L;
  private static final String USAGE =
      """
      usage: java -jar scenario-simulator.jar COMMAND
        simulate SEED DIR [SCENARIO]   plays all scenarios of a seed, or one such as loop/same-call, and writes
                                       DIR/full and DIR/standard: traces.jsonl, logs.jsonl, labels.jsonl
        score COVERAGE DIR             reads DIR/*/labels.jsonl and DIR/*/findings.jsonl, one folder a recording,
                                       and prints the figures as JSON; COVERAGE is full, standard_with_content or
                                       standard, or standard-by-seed: even seeds are without content
        scenarios                      prints all scenarios as JSON""";

  private Main() {}

  /** Exits with 2 if it was called wrongly or cannot read or write. */
  public static void main(String[] arguments) {
    try {
      run(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("scenario-simulator: " + e.getMessage() + "\n" + USAGE);
      System.exit(2);
    } catch (IOException e) {
      System.err.println("scenario-simulator: " + e);
      System.exit(2);
    }
  }

  private static void run(List<String> words) throws IOException {
    String command = words.isEmpty() ? "" : words.get(0);
    if (command.equals("simulate") && words.size() >= 3 && words.get(1).matches("\\d{1,9}")) {
      simulate(Long.parseLong(words.get(1)), Path.of(words.get(2)), words.subList(3, words.size()));
    } else if (command.equals("score") && words.size() == 3) {
      score(words.get(1), Path.of(words.get(2)));
    } else if (command.equals("scenarios")) {
      System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(catalogue()));
    } else {
      throw new IllegalArgumentException("cannot use '%s'".formatted(String.join(" ", words)));
    }
  }

  private static void simulate(long seed, Path folder, List<String> only) throws IOException {
    List<Scenario> chosen =
        Catalogue.all().stream()
            .filter(scenario -> only.isEmpty() || only.contains(scenario.id()))
            .toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("there is no scenario " + only);
    }
    Season season = Season.play(seed, chosen);
    write(season, Coverage.FULL, folder.resolve("full"));
    write(season, standard(seed), folder.resolve("standard"));
    String until = Instant.ofEpochMilli(season.recording().end() + DAY).toString();
    System.out.println(JSON.createObjectNode().put("seed", seed).put("until", until));
  }

  /** Half of the seeds have prompts and answers on their spans. */
  private static Coverage standard(long seed) {
    return seed % 2 == 0 ? Coverage.STANDARD : Coverage.STANDARD_WITH_CONTENT;
  }

  private static void write(Season season, Coverage coverage, Path folder) throws IOException {
    new OtlpWriter(coverage).write(season.recording(), folder);
    LabelFile.write(folder.resolve("labels.jsonl"), season.labels());
  }

  private static void score(String coverage, Path folder) throws IOException {
    Report report = new Report();
    List<Path> recordings;
    try (Stream<Path> all = Files.list(folder)) {
      recordings =
          all.filter(each -> Files.exists(each.resolve("findings.jsonl"))).sorted().toList();
    }
    for (Path recording : recordings) {
      var labels = LabelFile.read(recording.resolve("labels.jsonl"));
      Coverage seen =
          coverage.equals("standard-by-seed")
              ? standard(labels.get(0).seed())
              : Coverage.valueOf(coverage.toUpperCase(Locale.ROOT));
      report.add(labels, Found.read(recording.resolve("findings.jsonl")), seen);
    }
    ObjectNode figures = report.toJson();
    figures.set("catalogue", catalogue());
    System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
  }

  private static ArrayNode catalogue() {
    ArrayNode all = JSON.createArrayNode();
    for (Scenario scenario : Catalogue.all()) {
      all.addObject()
          .put("type", scenario.type())
          .put("name", scenario.name())
          .put("what", scenario.what())
          .put("kind", scenario.kind().value())
          .put("visibility", scenario.visibility().name().toLowerCase(Locale.ROOT));
    }
    return all;
  }
}
