package dev.pitwall.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "researcher",
        "say \"hi\"",
        "back\\slash",
        "Prüferin",
        "数据分析师",
        "agent 🤖",
        "a=b,{c}"
      })
  void leavesTextAsItIs(String name) {
    assertThat(Names.of(name)).isSameAs(name);
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(Names.of("x".repeat(10_000))).isEqualTo("x".repeat(Names.MAX_LENGTH));
  }

  @Test
  void cutsNoCharacterInHalf() {
    String cut = Names.of("🤖".repeat(63) + "x" + "🤖".repeat(9));
    assertThat(cut).hasSize(Names.MAX_LENGTH).endsWith("x\uFFFD");
    assertThat(new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(cut);
  }

  @ParameterizedTest
  @ValueSource(chars = {0, '\n', '\r', '\t', 0x1b, 0x7f, 0x9f, 0x2028, 0xd800, 0xdc00, 0xffff})
  void replacesWhatIsNoText(char odd) {
    assertThat(Names.of("a" + odd + "b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void everyNameOfAReportIsMadeFit() {
    String odd = "a\nb";
    String fit = Names.of(odd);
    assertThat(new AgentStart(odd, odd, odd, odd, AgentStart.Role.MEMBER))
        .extracting(AgentStart::name, AgentStart::outputKey)
        .containsExactly(fit, fit);
    assertThat(new WorkflowStart(odd, odd, Topology.LOOP, 1, 1, odd))
        .extracting(WorkflowStart::name, WorkflowStart::conversation)
        .containsExactly(fit, fit);
    assertThat(new ModelRequest(odd, odd, null, null))
        .extracting(ModelRequest::provider, ModelRequest::model)
        .containsExactly(fit, fit);
    assertThat(new ModelReply(odd, odd, odd, 1, 1))
        .extracting(ModelReply::id, ModelReply::model, ModelReply::finishReason)
        .containsExactly(fit, fit, fit);
    assertThat(new ToolRequest(odd, odd, odd))
        .extracting(ToolRequest::name, ToolRequest::callId)
        .containsExactly(fit, fit);
    assertThat(new HandoffOffer(odd, odd).target()).isEqualTo(fit);
    assertThat(new ApprovalRequest(odd, odd).kind()).isEqualTo(fit);
    assertThat(new GateVerdict(odd, GateVerdict.Result.PASSED, GateVerdict.Action.PASS).gate())
        .isEqualTo(fit);
  }
}
