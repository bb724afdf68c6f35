package dev.pitwall.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class AttachmentsTest {

  private record Equal(String value) {}

  @Test
  void remembersByIdentity() {
    Equal one = new Equal("same");
    Equal other = new Equal("same");
    Attachments.attach(one, "of one");

    assertThat(Attachments.of(one)).isEqualTo("of one");
    assertThat(Attachments.of(other)).isNull();
  }

  @Test
  void keepsTheLatest() {
    Object owner = new Object();
    Attachments.attach(owner, "first");
    Attachments.attach(owner, "second");

    assertThat(Attachments.of(owner)).isEqualTo("second");
  }

  @Test
  void givesBackOnce() {
    Object owner = new Object();
    Attachments.attach(owner, "it");

    assertThat(Attachments.detach(owner)).isEqualTo("it");
    assertThat(Attachments.detach(owner)).isNull();
    assertThat(Attachments.of(owner)).isNull();
  }

  @Test
  void forgetsWhatIsAttachedToNobody() {
    int before = Attachments.size();
    WeakReference<Object> lost = attachToNobody();
    assertThat(Attachments.size()).isGreaterThan(before);

    // The reference is put on its queue some time after it has been cleared.
    while (lost.get() != null || Attachments.size() > before) {
      System.gc();
      Thread.onSpinWait();
    }

    assertThat(Attachments.size()).isLessThanOrEqualTo(before);
  }

  private static WeakReference<Object> attachToNobody() {
    Object owner = new Object();
    Attachments.attach(owner, "it");
    return new WeakReference<>(owner);
  }
}
