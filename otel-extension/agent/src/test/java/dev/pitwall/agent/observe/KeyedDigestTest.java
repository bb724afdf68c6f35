package dev.pitwall.agent.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyedDigestTest {

  @Property
  void isTheMacOfThePlatform(@ForAll @Size(min = 1, max = 200) byte[] key, @ForAll byte[] text)
      throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    assertThat(new KeyedDigest(key).of(text)).isEqualTo(mac.doFinal(text));
  }

  @Test
  void isThatOfTheStandardsSecondExample() {
    byte[] digest =
        new KeyedDigest("Jefe".getBytes(UTF_8))
            .of("what do ya want for nothing?".getBytes(UTF_8)); // RFC 4231, 4.3
    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void sameTextTwiceIsTheSame() {
    KeyedDigest digest = new KeyedDigest(new byte[] {1});
    assertThat(digest.of(new byte[] {2, 3})).isEqualTo(digest.of(new byte[] {2, 3}));
  }
}
