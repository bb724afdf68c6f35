package dev.pitwall.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  private final ContentHash hash = new ContentHash("key");

  @Test
  void equalCallsHaveEqualInput() {
    assertThat(input("tea", 3, true, DayOfWeek.FRIDAY, null))
        .isNotNull()
        .isEqualTo(input("tea", 3, true, DayOfWeek.FRIDAY, null))
        .doesNotContain("tea");
  }

  @Test
  void otherValuesOtherTypesAndOtherPlacesAreOtherInput() {
    assertThat(input("tea", "3"))
        .isNotEqualTo(input("coffee", "3"))
        .isNotEqualTo(input("tea", 3))
        .isNotEqualTo(input("3", "tea"))
        .isNotEqualTo(input("tea 3"))
        .isNotEqualTo(input("tea", "3", null));
  }

  @Test
  void aKeyOfAnotherDeploymentTellsNothing() {
    assertThat(new ContentHash("other").ofInput("tea")).isNotEqualTo(hash.ofInput("tea"));
  }

  @Test
  void whatMayHaveChangedOrBeLookedUpIsNoInput() {
    Object same = new Object();
    assertThat(input("tea", same)).isNull();
    assertThat(input()).isNull();
    assertThat(input(null, null)).isNull();
    assertThat(hash.ofInput(null)).isNull();
    assertThat(hash.ofInput(same)).isNull();
  }

  private @Nullable String input(@Nullable Object... values) {
    return hash.ofInput(values);
  }
}
