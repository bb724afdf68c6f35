package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings in the real agent: every way of giving them has the same effect. */
class ConfigurationIT {

  private static final String DESK = "dev.pitwall.distribution.app.DeskApp";
  private static final String LOOP = "loop";
  private static final Pattern ARGUMENTS_HASH =
      Pattern.compile("pitwall\\.tool\\.arguments\\.hash\\W+(?:value\\W+stringValue\\W+)?(\\w+)");

  /** A way of giving settings. */
  enum Form {
    PROPERTY {
      @Override
      Attached run(String agent, Map<String, String> settings) throws Exception {
        List<String> flags = new ArrayList<>(Attached.flags(agent));
        settings.forEach((key, value) -> flags.add("-D" + key + "=" + value));
        return Attached.run(Attached.applicationClassPath(), DESK, flags, LOOP);
      }
    },
    VARIABLE {
      @Override
      Attached run(String agent, Map<String, String> settings) throws Exception {
        return Attached.run(
            JavaHomes.own(),
            Attached.flags(agent),
            settings.entrySet().stream()
                .collect(Collectors.toMap(e -> variable(e.getKey()), Map.Entry::getValue)),
            List.of("-cp", Attached.applicationClassPath(), DESK, LOOP));
      }
    },
    PROPERTIES_FILE {
      @Override
      Attached run(String agent, Map<String, String> settings) throws Exception {
        Path file = Files.createTempFile("agent", ".properties");
        Files.write(
            file, settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
        List<String> flags = new ArrayList<>(Attached.flags(agent));
        flags.add("-Dotel.javaagent.configuration-file=" + file);
        try {
          return Attached.run(Attached.applicationClassPath(), DESK, flags, LOOP);
        } finally {
          Files.delete(file);
        }
      }
    },
    DECLARATIVE_FILE {
      @Override
      Attached run(String agent, Map<String, String> settings) throws Exception {
        return DeclarativeConfiguration.run(agent, yaml(settings), DESK, LOOP);
      }
    };

    abstract Attached run(String agent, Map<String, String> settings) throws Exception;
  }

  static Stream<Arguments> agentsAndForms() {
    return Stream.of(Attached.OLDEST, Attached.NEWEST)
        .flatMap(agent -> Stream.of(Form.values()).map(form -> Arguments.of(agent, form)));
  }

  @ParameterizedTest(name = "agent {0}")
  @MethodSource("agents")
  void everyFormHasTheSameEffect(String agent) throws Exception {
    Attached without = Form.DECLARATIVE_FILE.run(agent, Map.of());
    assertThat(findings(without)).isNotEmpty();

    Set<String> hashes = new TreeSet<>();
    for (Form form : Form.values()) {
      Attached watched =
          form.run(
              agent, Map.of("pitwall.detector.loop.min-steps", "50", "pitwall.hash.key", "shared"));
      assertThat(watched.exit()).as("%s", form).isZero();
      assertThat(watched.log()).as("%s", form).anyMatch(line -> line.contains("is watching"));
      assertThat(findings(watched)).as("%s", form).isEmpty();
      assertThat(hashes(watched)).as("%s", form).isNotEmpty();
      hashes.addAll(hashes(watched));
    }
    assertThat(hashes).hasSize(1).isNotEqualTo(hashes(without));
  }

  static Stream<String> agents() {
    return Stream.of(Attached.OLDEST, Attached.NEWEST);
  }

  @ParameterizedTest(name = "agent {0}, {1}")
  @MethodSource("agentsAndForms")
  void namesWhatIsNoGoodAndRunsOn(String agent, Form form) throws Exception {
    Attached watched =
        form.run(agent, Map.of("pitwall.live-runs.mx", "20", "pitwall.runs.max", "lots"));

    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).contains("result approved");
    assertThat(findings(watched)).isNotEmpty();
    List<String> warnings =
        watched.log().stream().filter(line -> line.contains("SettingsReader")).toList();
    assertThat(warnings).hasSize(2).allMatch(line -> line.contains("WARN"));
    assertThat(warnings)
        .anySatisfy(
            line ->
                assertThat(line)
                    .containsIgnoringCase("=lots (")
                    .contains(
                        "must be a whole number from 1 to 100000. The default, 1000, is used"))
        .anySatisfy(
            line ->
                assertThat(line.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.'))
                    .contains("pitwall.live.runs.mx=20 (")
                    .contains(
                        "the nearest is pitwall.live.runs.max: a whole number from 0 to 1000"));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = Form.class,
      names = {"PROPERTY", "VARIABLE", "PROPERTIES_FILE"})
  void oneModuleCanBeLeftOut(Form form) throws Exception {
    assertAgenticLeftOut(
        form.run(
            Attached.NEWEST,
            Map.of("otel.instrumentation.pitwall-langchain4j-agentic.enabled", "false")));
  }

  @ParameterizedTest(name = "agent {0}")
  @MethodSource("agents")
  void oneModuleCanBeLeftOutByADeclarativeFile(String agent) throws Exception {
    assertAgenticLeftOut(
        DeclarativeConfiguration.run(agent, disabled("pitwall_langchain4j_agentic"), DESK, LOOP));
  }

  @ParameterizedTest(name = "agent {0}")
  @MethodSource("agents")
  void aDeclarativeFileLeavesEveryClassUntouched(String agent)
      throws IOException, InterruptedException {
    Attached watched = DeclarativeConfiguration.run(agent, disabled("pitwall"), DESK, LOOP);
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).contains("result approved");
    assertThat(all(watched)).noneMatch(line -> line.contains("'chat") || line.contains("invoke_"));
  }

  @Test
  void chargesByAFileOfPricesAndNamesItsBadLine() throws Exception {
    Path prices = Files.createTempFile("prices", ".csv");
    Files.writeString(prices, "provider,model,input,output\n*,x,cheap,1\n*,*,1,1\n");
    try {
      Attached watched =
          Form.PROPERTY.run(Attached.NEWEST, Map.of("pitwall.prices.file", prices.toString()));
      assertThat(watched.exit()).isZero();
      assertThat(watched.metrics("pitwall.cost.usd")).isNotEmpty();
      assertThat(watched.metrics("pitwall.unpriced.calls")).isEmpty();
      assertThat(watched.log())
          .filteredOn(line -> line.contains(prices + ", line 2: input=cheap is not a number"))
          .hasSize(1);
    } finally {
      Files.delete(prices);
    }
    Attached without = Form.PROPERTY.run(Attached.NEWEST, Map.of());
    assertThat(without.metrics("pitwall.cost.usd")).isEmpty();
    assertThat(without.metrics("pitwall.unpriced.calls")).isNotEmpty();
  }

  private static void assertAgenticLeftOut(Attached watched) {
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).contains("result approved");
    assertThat(all(watched)).anyMatch(line -> line.contains("execute_tool search"));
    assertThat(all(watched)).noneMatch(line -> line.contains("invoke_workflow"));
  }

  private static String disabled(String module) {
    return """
        distribution:
          javaagent:
            instrumentation:
              disabled: [%s]
        """
        .formatted(module);
  }

  private static List<String> findings(Attached watched) {
    return all(watched).stream().filter(line -> line.contains("pitwall.finding.evidence")).toList();
  }

  private static Set<String> hashes(Attached watched) {
    return all(watched).stream()
        .flatMap(line -> ARGUMENTS_HASH.matcher(line).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> all(Attached watched) {
    return Stream.concat(watched.out().stream(), watched.err().stream()).toList();
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static String yaml(Map<String, String> settings) {
    StringBuilder yaml = new StringBuilder("instrumentation/development:\n  java:\n    pitwall:\n");
    settings.forEach(
        (key, value) -> {
          String indent = "      ";
          for (String name :
              key.substring("pitwall.".length()).replace('-', '_').split("\\.", -1)) {
            yaml.append("\n".equals(yaml.substring(yaml.length() - 1)) ? "" : "\n");
            yaml.append(indent).append(name).append(':');
            indent += "  ";
          }
          yaml.append(' ').append(value).append('\n');
        });
    return yaml.toString();
  }
}
