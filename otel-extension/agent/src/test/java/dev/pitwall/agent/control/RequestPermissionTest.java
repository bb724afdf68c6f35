package dev.pitwall.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.bridge.statement.Authorized;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestPermissionTest {

  private final List<String> complaints = new ArrayList<>();
  private @Nullable String header;
  private final RequestPermission permission = new RequestPermission(() -> header, complaints::add);

  @Test
  void aHeaderPermitsTheWorkflowThatItNames() {
    header = "workflow=desk; plan=4f2a; user=ada; reviewed=true; scope=weekly";
    assertThat(permission.of("desk")).contains(new Authorized("4f2a", "ada", true, 0, "weekly"));
    assertThat(permission.of("other")).isEmpty();
  }

  @Test
  void noHeaderIsNoPermissionAndNoMistake() {
    assertThat(permission.of("desk")).isEmpty();
    header = " ";
    assertThat(permission.of("desk")).isEmpty();
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatIsNoRecordPermitsNothingAndIsSaidOnceWithoutItsWords() {
    for (String value : List.of("yes", "user=secret", "workflow=desk expires=soon")) {
      header = value;
      assertThat(permission.of("desk")).isEmpty();
    }
    assertThat(complaints).singleElement().asString().doesNotContain("secret", "soon");
  }

  @Test
  void whatAPeerSaysIsBounded() {
    header = "workflow=desk user=" + "a".repeat(1000);
    assertThat(permission.of("desk").orElseThrow().user()).hasSize(128);
  }
}
