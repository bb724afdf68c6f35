package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Permissions that requests carry. */
class AuthorizationHeaderIT {

  private static final String SERVICE = "dev.pitwall.distribution.app.ServedRunsApp";
  private static final String HEADER = "-Dpitwall.authorization.header=x-run-permission";
  private static final String[] REQUESTS = {
    "workflow=desk; user=ada; reviewed=true", "workflow=other; user=ada", "let me in, please", ""
  };

  @Test
  void onlyTheRequestThatCarriesOneIsPermitted() throws IOException, InterruptedException {
    for (String agent : List.of(Attached.OLDEST, Attached.NEWEST)) {
      Attached watched = same(Attached.flags(agent), HEADER);
      assertOneOfFourIsPermitted(watched);
      assertThat(watched.spanNames()).contains("GET", "invoke_workflow desk");
    }
  }

  @Test
  void samplingChangesNothing() throws IOException, InterruptedException {
    Attached watched =
        same(Attached.flags(Attached.NEWEST), HEADER, "-Dotel.traces.sampler=always_off");
    assertThat(watched.spans()).isEmpty();
    assertOneOfFourIsPermitted(watched);
  }

  @Test
  void withoutTheSettingNoHeaderPermitsAnything() throws IOException, InterruptedException {
    Attached watched = same(Attached.flags(Attached.NEWEST));
    assertThat(events(watched, "pitwall.run.authorized")).isEmpty();
    assertThat(events(watched, "pitwall.finding.opened")).hasSize(REQUESTS.length);
  }

  private static void assertOneOfFourIsPermitted(Attached watched) {
    List<JsonNode> authorized = events(watched, "pitwall.run.authorized");
    assertThat(authorized).hasSize(1);
    assertThat(Attached.attribute(authorized.get(0), "user.id")).isEqualTo("ada");
    Map<String, List<JsonNode>> findings =
        events(watched, "pitwall.finding.opened").stream()
            .collect(Collectors.groupingBy(event -> Attached.attribute(event, "pitwall.run.id")));
    assertThat(findings)
        .hasSize(3)
        .doesNotContainKey(Attached.attribute(authorized.get(0), "pitwall.run.id"));
    assertThat(watched.log())
        .filteredOn(line -> line.contains("is no permission"))
        .singleElement()
        .asString()
        .doesNotContain("let me in");
  }

  private static Attached same(List<String> flags, String... more)
      throws IOException, InterruptedException {
    String classPath = Attached.applicationClassPath("pitwall-api");
    List<String> all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    Attached bare = Attached.run(classPath, SERVICE, List.of(), REQUESTS);
    Attached watched = Attached.run(classPath, SERVICE, all, REQUESTS);
    assertThat(bare.exit()).isZero();
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).isEqualTo(bare.out());
    return watched;
  }

  private static List<JsonNode> events(Attached watched, String name) {
    return watched.events().stream()
        .filter(event -> event.path("eventName").asText().equals(name))
        .toList();
  }
}
