package dev.pitwall.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rules once more, for those who do not load files: as one manifest for the Prometheus
 * operator, and as one namespace for the ruler of Mimir or of Cortex. Comments stay, so the groups
 * are taken as text.
 */
final class Manifests {

  private static final String GROUPS = "\ngroups:\n";

  private Manifests() {}

  /** The groups of all rule files in order, as the lines below {@code groups:}. */
  static Map<String, Object> groups(List<String> ruleFiles) {
    List<String> lines = new ArrayList<>();
    for (String file : ruleFiles) {
      String groups = file.substring(file.indexOf(GROUPS) + GROUPS.length());
      groups.stripTrailing().lines().forEach(lines::add);
      lines.add("");
    }
    return Map.of("groups", indented(lines, ""), "groups_in_spec", indented(lines, "  "));
  }

  private static String indented(List<String> lines, String indent) {
    return lines.stream()
        .map(line -> line.isEmpty() ? "" : indent + line)
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }
}
