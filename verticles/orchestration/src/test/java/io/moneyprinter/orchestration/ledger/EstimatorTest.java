package io.moneyprinter.orchestration.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.WritingBrief;
import io.moneyprinter.platform.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Prices, caps and estimates without a database. */
class EstimatorTest {
  private static final Prices PRICES =
      PriceFile.parse(
          "prices.yaml",
          """
          version: t
          providers:
            writer: {input-tokens: {usd: 1, per: 1000000}, output-tokens: {usd: 2, per: 1000000}}
            openai: {characters: {usd: 15, per: 1000000}}
            openai/hd: {characters: {usd: 30, per: 1000000}}
            local: {cpu-seconds: {usd: 0.0001}}
          """);

  private final Estimator estimator =
      new Estimator(
          PRICES,
          new EstimateConfig(Optional.of("writer"), Optional.empty(), 100, 200, 60, 10, 2, 0));

  private static double quantity(Estimator.Estimate estimate, String provider, CostUnit unit) {
    return estimate.lines().stream()
        .map(Priced::cost)
        .filter(cost -> cost.provider().equals(provider) && cost.unit() == unit)
        .mapToDouble(Cost::quantity)
        .sum();
  }

  @Test
  void ownWordsAreSpokenByTheVoicesProviderAndWrittenByNobody() {
    Estimator.Estimate estimate =
        estimator.of(
            VideoBrief.builder().script("x".repeat(200)).voice("openai:alloy").rate(2.0).build());

    assertThat(estimate.seconds()).isEqualTo(10);
    assertThat(quantity(estimate, "openai", CostUnit.CHARACTERS)).isEqualTo(200);
    assertThat(quantity(estimate, "writer", CostUnit.OUTPUT_TOKENS)).isZero();
    assertThat(estimate.micros()).isEqualTo(200 * 15 + 20 * 100);
  }

  @Test
  void aChineseCharacterTakesLongerThanALetterAndCostsAsMuch() {
    Estimator.Estimate estimate =
        estimator.of(VideoBrief.builder().script("蜂".repeat(90)).voice("openai:alloy").build());

    assertThat(estimate.seconds()).isCloseTo(30, within(0.1));
    assertThat(quantity(estimate, "openai", CostUnit.CHARACTERS)).isEqualTo(90);
  }

  @Test
  void aTopicIsWrittenAndAsLongAsIsWanted() {
    VideoBrief topic = VideoBrief.builder().topic("honey").voice("openai:alloy").build();
    WritingBrief short15 = new WritingBrief(15.0, null, null, null, null, null);

    assertThat(estimator.of(topic).seconds()).isEqualTo(60);
    Estimator.Estimate wanted = estimator.of(topic.but().writing(short15).build());
    assertThat(wanted.seconds()).isEqualTo(15);
    assertThat(quantity(wanted, "openai", CostUnit.CHARACTERS)).isEqualTo(150);
    assertThat(quantity(wanted, "writer", CostUnit.INPUT_TOKENS)).isEqualTo(100);
    assertThat(quantity(wanted, "writer", CostUnit.OUTPUT_TOKENS)).isEqualTo(200);
  }

  @Test
  void everyFormatIsRenderedByItsSize() {
    VideoBrief one = VideoBrief.builder().script("x".repeat(100)).build();
    VideoBrief two = one.but().formats(List.of(new Canvas(540, 960, 30))).build();

    assertThat(quantity(estimator.of(one), "local", CostUnit.CPU_SECONDS)).isEqualTo(20);
    assertThat(quantity(estimator.of(two), "local", CostUnit.CPU_SECONDS))
        .isEqualTo(25, within(1e-9));
  }

  @Test
  void aPriceOfItsOwnComesBeforeTheProviders() {
    assertThat(PRICES.of(new Cost("openai/hd", CostUnit.CHARACTERS, 100)).micros()).isEqualTo(3000);
    assertThat(PRICES.of(new Cost("openai/tts-1", CostUnit.CHARACTERS, 100)).micros())
        .isEqualTo(1500);
    Priced unknown = PRICES.of(new Cost("nobody", CostUnit.CHARACTERS, 100));
    assertThat(unknown.micros()).isZero();
    assertThat(unknown.line().priced()).isFalse();
  }

  @Test
  void aWrongPriceListNamesEverythingThatIsWrong() {
    assertThatThrownBy(
            () ->
                PriceFile.parse(
                    "p.yaml",
                    "providers: {a: {tokens: {usd: 1}, images: {usd: -1}, bytes: {usd: 1, per: 0}}}"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("version")
        .hasMessageContaining("a.tokens is no unit")
        .hasMessageContaining("a.images.usd")
        .hasMessageContaining("a.bytes.per");
    assertThatThrownBy(() -> PriceFile.parse("p.yaml", "versoin: x"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("versoin");
  }

  @Test
  void capsOfATenantComeBeforeThoseOfAllAndWrongOnesAreRefused() {
    Caps caps = Caps.of(new CapsConfig(1, 10, 0), Map.of("a.b.day", "20.5", "a.b.job", "0"));

    assertThat(caps.of("a.b").day()).isEqualTo(20_500_000);
    assertThat(caps.of("a.b").job()).isNull();
    assertThat(caps.of("other").job()).isEqualTo(1_000_000);
    assertThat(caps.of("other").month()).isNull();
    assertThatThrownBy(() -> Caps.of(CapsConfig.NONE, Map.of("acme.year", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("acme.year");
    assertThatThrownBy(() -> Caps.of(CapsConfig.NONE, Map.of("acme.day", "much")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("much");
  }

  @Test
  void theShippedPriceListReads() {
    assertThat(PriceFile.read(Optional.empty()).price("local", CostUnit.BYTES)).contains(0.0);
  }
}
