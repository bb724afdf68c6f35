package dev.pitwall.alerts;

import dev.pitwall.alerts.settings.SettingsException;
import dev.pitwall.alerts.settings.SettingsFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line: {@code render --config FILE --out DIR [--set key=value]…}. */
public final class AlertRules {

  private static final String USAGE =
      """
      usage: java -jar alert-rules.jar render --config FILE --out DIR [--set key=value]...

        --config FILE    settings that differ from the defaults (see config.yaml)
        --out DIR        where rules/, alertmanager/ and prometheus/ are written
        --set key=value  one setting, for example --set alertmanager.group_wait=1s
      """;

  private AlertRules() {}

  public static void main(String[] args) {
    System.exit(run(List.of(args), System.err));
  }

  /** Returns the exit code: 0, 1 where files cannot be written, 2 where the input is wrong. */
  static int run(List<String> args, PrintStream err) {
    @Nullable Arguments arguments = Arguments.parse(args);
    if (arguments == null) {
      err.print(USAGE);
      return 2;
    }
    try {
      Pack.render(SettingsFiles.read(arguments.config(), arguments.overrides()))
          .write(arguments.out());
      return 0;
    } catch (SettingsException e) {
      err.println(e.getMessage());
      err.println("Nothing was written.");
      return 2;
    } catch (IOException e) {
      err.println(arguments.out() + ": cannot be written: " + e.getMessage());
      return 1;
    }
  }

  private record Arguments(Path config, Path out, List<String> overrides) {

    static @Nullable Arguments parse(List<String> args) {
      if (args.isEmpty() || !args.get(0).equals("render") || args.size() % 2 == 0) {
        return null;
      }
      Path config = null;
      Path out = null;
      List<String> overrides = new ArrayList<>();
      for (int i = 1; i < args.size(); i += 2) {
        String value = args.get(i + 1);
        switch (args.get(i)) {
          case "--config" -> config = Path.of(value);
          case "--out" -> out = Path.of(value);
          case "--set" -> overrides.add(value);
          default -> {
            return null;
          }
        }
      }
      return config == null || out == null ? null : new Arguments(config, out, overrides);
    }
  }
}
