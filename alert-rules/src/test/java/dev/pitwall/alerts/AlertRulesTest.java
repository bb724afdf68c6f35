package dev.pitwall.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertRulesTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void writesThePackWithTheGivenSettings() throws Exception {
    Path config = config("alertmanager: {group_wait: 1s}");
    Path out = folder.resolve("a/b");

    int code =
        run("render", "--config", config, "--out", out, "--set", "links.runbooks=http://h/r");

    assertThat(code).isZero();
    assertThat(out.resolve("alertmanager/alertmanager.yaml")).content().contains("group_wait: 1s");
    assertThat(out.resolve("rules/pitwall-alerts.yaml")).content().contains("http://h/r/pitwall");
    assertThat(out.resolve("prometheus/prometheus.yaml")).exists();
    assertThat(err()).isEmpty();
  }

  @Test
  void writesNothingWhenASettingIsWrong() throws Exception {
    Path out = folder.resolve("out");

    int code = run("render", "--config", config("alertmanager: {group_wait: soon}"), "--out", out);

    assertThat(code).isEqualTo(2);
    assertThat(err()).contains("alertmanager.group_wait").endsWith("Nothing was written.\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void saysWhereItCannotWrite() throws Exception {
    Path occupied = Files.writeString(folder.resolve("file"), "");

    int code = run("render", "--config", config(""), "--out", occupied);

    assertThat(code).isEqualTo(1);
    assertThat(err()).contains(occupied + ": cannot be written");
  }

  @Test
  void explainsItsUseWhenArgumentsAreMissingOrUnknown() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("render", "--config")).isEqualTo(2);
    assertThat(run("render", "--config", "c.yaml")).isEqualTo(2);
    assertThat(run("render", "--config", "c.yaml", "--output", "o")).isEqualTo(2);
    assertThat(err()).contains("usage: java -jar alert-rules.jar render");
  }

  private Path config(String yaml) throws Exception {
    return Files.writeString(folder.resolve("config.yaml"), yaml);
  }

  private int run(Object... args) {
    return AlertRules.run(
        List.of(args).stream().map(Object::toString).toList(),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
