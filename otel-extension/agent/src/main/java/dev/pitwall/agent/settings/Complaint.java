package dev.pitwall.agent.settings;

import dev.pitwall.agent.settings.Source.Given;
import java.util.Collection;

/** One line for people about a setting that is no good. */
final class Complaint {

  private static final int SHOWN = 80;

  private Complaint() {}

  static String invalid(Source source, Given given, Setting setting) {
    return "%s=%s (%s) is not allowed: it must be %s. The default, %s, is used."
        .formatted(
            given.name(),
            shown(given.value()),
            source.place(),
            setting.allowed(),
            setting.byDefault());
  }

  static String unknown(Source source, Given given, Collection<Setting> known) {
    return NearestName.to(given.name(), known, setting -> source.spell(setting.key()))
        .map(
            near ->
                "%s=%s (%s) is not a setting of Pitwall and has no effect. The nearest is %s: %s, by default %s."
                    .formatted(
                        given.name(),
                        // Whoever misspells the name of a secret has given a secret.
                        near.secret() ? "…" : shown(given.value()),
                        source.place(),
                        source.spell(near.key()),
                        near.allowed(),
                        near.byDefault()))
        .orElseGet(
            () ->
                "%s=%s (%s) is not a setting of Pitwall and has no effect. All settings: docs/configuration.md."
                    .formatted(given.name(), shown(given.value()), source.place()));
  }

  private static String shown(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
