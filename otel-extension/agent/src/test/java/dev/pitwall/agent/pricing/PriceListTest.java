package dev.pitwall.agent.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pitwall.engine.signal.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListTest {

  private static final String COLUMNS =
      "provider,model,input,cache_read,cache_write,output,context_window,above\n";

  private final List<String> complaints = new ArrayList<>();

  @Test
  void chargesWhatIsReadAndWritten() {
    PriceList prices = list(COLUMNS + "openai,m,2,,,10,128000,");
    assertThat(prices.cost("openai", "m", Usage.of(1_000_000, 100_000))).isEqualTo(3.0);
    assertThat(prices.cost("openai", "m", Usage.of(500, 0))).isEqualTo(0.001);
    assertThat(prices.contextWindow("openai", "m")).isEqualTo(128_000);
  }

  @Test
  void chargesCachedTokensOnceAndAtTheirOwnPrice() {
    PriceList prices = list(COLUMNS + "anthropic,m,3,0.3,3.75,15,,");
    assertThat(prices.cost("anthropic", "m", cached(1000, 600, 300, 100)))
        .isCloseTo((100 * 3 + 600 * 0.3 + 300 * 3.75 + 100 * 15) / 1e6, within(1e-12));
  }

  @Test
  void chargesCachedTokensAsInputWhereTheyHaveNoPrice() {
    PriceList prices = list(COLUMNS + "openai,m,2,,,10,,");
    assertThat(prices.cost("openai", "m", cached(1000, 600, 300, 0))).isEqualTo(0.002);
  }

  @Test
  void neverChargesLessThanNothing() {
    PriceList prices = list(COLUMNS + "openai,m,2,1,,10,,");
    assertThat(prices.cost("openai", "m", cached(10, 600, 0, 0))).isEqualTo(0.0006);
  }

  @Test
  void chargesLongCallsByTheirOwnLine() {
    PriceList prices =
        list(COLUMNS + "gcp.gemini,m,1,,,10,1000000,\ngcp.gemini,m,2,,,20,1000000,200000");
    assertThat(prices.cost("gcp.gemini", "m", Usage.of(200_000, 0))).isEqualTo(0.2);
    assertThat(prices.cost("gcp.gemini", "m", Usage.of(200_001, 0))).isEqualTo(0.400002);
  }

  @Test
  void anUnknownModelHasNoPriceRatherThanNone() {
    PriceList prices = list(COLUMNS + "openai,gpt-4o,2,,,10,128000,\nopenai,free,0,,,0,,");
    assertThat(prices.cost("openai", "llama-3", Usage.of(10, 10))).isNull();
    assertThat(prices.cost("anthropic", "gpt-4o", Usage.of(10, 10))).isNull();
    assertThat(prices.cost("openai", null, Usage.of(10, 10))).isNull();
    assertThat(prices.contextWindow("openai", "llama-3")).isNull();
    assertThat(prices.cost("openai", "free", Usage.of(10, 10))).isZero();
    assertThat(prices.contextWindow("openai", "free")).isNull();
  }

  @Test
  void aCallThatDidNotTellWhatItTookHasNoPrice() {
    PriceList prices = list(COLUMNS + "openai,m,2,,,10,128000,");
    assertThat(prices.cost("openai", "m", Usage.UNKNOWN)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4o",
        "GPT-4o",
        "gpt-4o-2024-08-06",
        "gpt-4o-20240806",
        "gpt-4o-0806",
        "gpt-4o-latest",
        "gpt-4o@20240806",
        "gpt-4o-20240806-v1:0"
      })
  void aDatedNameHasThePriceOfItsModel(String model) {
    PriceList prices =
        list(COLUMNS + "openai,gpt-4,30,,,60,,\nopenai,gpt-4o,2,,,10,,\nopenai,gpt,1,,,1,,");
    assertThat(prices.cost("openai", model, Usage.of(1_000_000, 0))).isEqualTo(2.0);
  }

  @Test
  void aDatedNameOfItsOwnGoesBefore() {
    PriceList prices = list(COLUMNS + "openai,gpt-4o,2,,,10,,\nopenai,gpt-4o-2024-05-13,5,,,15,,");
    assertThat(prices.cost("openai", "gpt-4o-2024-05-13", Usage.of(1_000_000, 0))).isEqualTo(5.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o-mini", "gpt-4o-audio-preview", "gpt-4omni", "gpt-4", "xgpt-4o"})
  void aSiblingIsAnotherModel(String model) {
    PriceList prices = list(COLUMNS + "openai,gpt-4o,2,,,10,,");
    assertThat(prices.cost("openai", model, Usage.of(1_000_000, 0))).isNull();
  }

  @Test
  void aStarStandsForAllThatBeginSo() {
    PriceList prices =
        list(
            COLUMNS
                + "*,llama*,1,,,1,,\n*,llama-3*,3,,,3,,\n*,llama-3.1,4,,,4,,\nollama,*,0,,,0,,");
    assertThat(prices.cost("openai", "llama-2-7b", Usage.of(1_000_000, 0))).isEqualTo(1.0);
    assertThat(prices.cost("openai", "llama-3-70b", Usage.of(1_000_000, 0))).isEqualTo(3.0);
    assertThat(prices.cost("openai", "llama-3.1", Usage.of(1_000_000, 0))).isEqualTo(4.0);
    assertThat(prices.cost("ollama", "llama-3.1", Usage.of(1_000_000, 0))).isZero();
    assertThat(prices.cost("ollama", null, Usage.of(1_000_000, 0))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "openai, gpt-4o-2024-08-06, 2.5, 128000",
    "azure.ai.openai, gpt-4o-mini, 0.15, 128000",
    "anthropic, claude-sonnet-4-5-20250929, 3, 200000",
    "gcp.vertex_ai, claude-haiku-4-5@20251001, 1, 200000",
    "gcp.gemini, gemini-2.5-flash, 0.3, 1048576",
    "mistral_ai, mistral-large-2512, 0.5, 262144"
  })
  void comesWithThePricesOfWhatIsInUse(String provider, String model, double input, int window) {
    PriceList prices = PriceFiles.load(null, complaints::add);
    assertThat(prices.cost(provider, model, Usage.of(100_000, 0))).isEqualTo(input / 10);
    assertThat(prices.contextWindow(provider, model)).isEqualTo(window);
    assertThat(complaints).isEmpty();
  }

  @Test
  void everyShippedModelHasAnOrdinaryLine() {
    List<Price> shipped = PriceFiles.shipped(complaints::add);
    assertThat(complaints).isEmpty();
    assertThat(shipped.stream().map(Price::model).distinct()).hasSizeGreaterThan(60);
    Set<String> ordinary =
        shipped.stream()
            .filter(price -> price.above() == 0)
            .map(Price::model)
            .collect(Collectors.toSet());
    assertThat(shipped).allSatisfy(price -> assertThat(ordinary).contains(price.model()));
  }

  @Test
  void aFileOfOnesOwnGoesBefore(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("prices.csv");
    Files.writeString(
        file,
        "model,provider,output,input\n# ours\n\n gpt-4o , openai , 4 , 1\nhouse,openai,0,0\n");
    PriceList prices = PriceFiles.load(file.toString(), complaints::add);
    assertThat(prices.cost("openai", "gpt-4o", Usage.of(1_000_000, 1_000_000))).isEqualTo(5.0);
    assertThat(prices.cost("openai", "house", Usage.of(10, 10))).isZero();
    assertThat(prices.cost("openai", "gpt-4o-mini", Usage.of(100_000, 0))).isEqualTo(0.015);
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai,m,2,,,10,,|",
        "openai,m,cheap,,,10,,|input=cheap is not a number",
        "openai,m,-1,,,10,,|input=-1 is not a price from 0 to 1000000 per million tokens",
        "openai,m,NaN,,,10,,|input=NaN is not a price from 0 to 1000000 per million tokens",
        "openai,m,,,,10,,|input is empty",
        "openai,,1,,,10,,|model is empty",
        "openai,m,1,,,10,1.5,|context_window=1.5 is not a number of tokens",
        "openai,m,1,,10|5 values, but there are 8 columns"
      })
  void saysWhatIsWrongInWhichLineAndUsesTheRest(
      String line, @Nullable String reason, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("prices.csv");
    Files.writeString(file, COLUMNS + line + "\nopenai,good,1,,,1,,\n");
    PriceList prices = PriceFiles.load(file.toString(), complaints::add);
    assertThat(prices.cost("openai", "good", Usage.of(1_000_000, 0))).isEqualTo(1.0);
    if (reason == null) {
      assertThat(complaints).isEmpty();
    } else {
      assertThat(complaints)
          .containsExactly("%s, line 2: %s; the line is left out".formatted(file, reason));
    }
  }

  @Test
  void aFileWithoutColumnsOrThatCannotBeReadLeavesTheShippedPrices(@TempDir Path folder)
      throws IOException {
    Path headless = folder.resolve("headless.csv");
    Files.writeString(headless, "openai,m,1,2\nopenai,n,1,2\n");
    for (String file : List.of(headless.toString(), folder.resolve("none").toString(), "\0")) {
      complaints.clear();
      PriceList prices = PriceFiles.load(file, complaints::add);
      assertThat(prices.contextWindow("openai", "gpt-4o")).isEqualTo(128_000);
      assertThat(complaints).singleElement().asString().startsWith(file);
    }
  }

  @Test
  void doesNotFillTheLogWithWhatIsWrong(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("prices.csv");
    Files.writeString(file, COLUMNS + "x\n".repeat(1000));
    PriceFiles.load(file.toString(), complaints::add);
    assertThat(complaints).hasSize(21).last().asString().endsWith("980 more lines are no good");
  }

  private PriceList list(String table) {
    List<Price> prices = PriceFile.parse("test", table.lines().toList(), complaints::add);
    assertThat(complaints).isEmpty();
    return new PriceList(List.of(prices));
  }

  private static Usage cached(int input, int cacheRead, int cacheWrite, int output) {
    return new Usage(input, output, cacheRead, cacheWrite, null, null, null, false);
  }
}
