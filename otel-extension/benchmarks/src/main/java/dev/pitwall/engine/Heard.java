package dev.pitwall.engine;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;

/** Counts what a week's findings are of. */
final class Heard implements EngineListener {

  private final Set<FindingType> missing = EnumSet.allOf(FindingType.class);
  private final TreeMap<String, Integer> falseAlarms = new TreeMap<>();
  private long opened;
  private long resolved;
  private long evicted;
  private long failed;

  @Override
  public void opened(Finding finding) {
    opened++;
    if (finding.run().startsWith(Traffic.HEALTHY)) {
      falseAlarms.merge(finding.type().name(), 1, Integer::sum);
    }
    Arrays.stream(Fault.values())
        .filter(fault -> fault.type() == finding.type())
        .filter(fault -> finding.run().startsWith(fault.prefix()))
        .forEach(fault -> missing.remove(fault.type()));
  }

  @Override
  public void resolved(Finding finding, long at) {
    resolved++;
  }

  @Override
  public void evictedRun(String run) {
    evicted++;
  }

  @Override
  public void progressed(String run, int completed, int total) {}

  @Override
  public void failed(String detector, Throwable error) {
    failed++;
  }

  /** As members of a JSON object. */
  String json() {
    return "\"findings\":%d,\"openFindings\":%d,\"evicted\":%d,\"failures\":%d,\"falseAlarms\":%d,\"falseAlarmTypes\":\"%s\",\"missing\":\"%s\""
        .formatted(
            opened,
            opened - resolved,
            evicted,
            failed,
            falseAlarms.values().stream().mapToInt(Integer::intValue).sum(),
            falseAlarms,
            missing);
  }
}
