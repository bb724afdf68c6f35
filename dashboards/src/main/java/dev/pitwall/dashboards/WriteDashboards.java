package dev.pitwall.dashboards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.pitwall.dashboards.json.GrafanaJson;
import dev.pitwall.dashboards.model.Dashboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes every dashboard as JSON. */
public final class WriteDashboards {

  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private WriteDashboards() {}

  /** Writes the files into the folder that is the one argument. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("usage: WriteDashboards FOLDER");
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Map.Entry<String, String> file : files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** The text of each file by its name. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (Dashboard dashboard : all()) {
      files.put(dashboard.uid() + ".json", text(dashboard));
    }
    return files;
  }

  /** The set, in the order in which a reader looks. */
  static List<Dashboard> all() {
    return List.of(
        Overview.dashboard(),
        Workflow.dashboard(),
        AgentsAndTools.dashboard(),
        HandoffsAndCommunication.dashboard(),
        QualityOfWork.dashboard(),
        ResourcesAndCost.dashboard(),
        ConflictsAndControl.dashboard(),
        TelemetryHealth.dashboard());
  }

  private static String text(Dashboard dashboard) {
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .writer(
                  new DefaultPrettyPrinter()
                      .withObjectIndenter(INDENT)
                      .withArrayIndenter(INDENT)
                      .withSeparators(
                          Separators.createDefaultInstance()
                              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)))
              .writeValueAsString(GrafanaJson.of(dashboard))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, lists and texts can always be written as JSON", e);
    }
  }
}
