package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guesses what a video will cost from its brief alone. */
final class Estimator {
  /** Own machines, as a provider. */
  static final String LOCAL = "local";

  /** Pixels a second of the video that the settings speak of: 1080x1920 at 30 frames. */
  private static final double USUAL_RATE = 1080.0 * 1920 * 30;

  private final Prices prices;
  private final EstimateConfig rules;

  Estimator(Prices prices, EstimateConfig rules) {
    this.prices = prices;
    this.rules = rules;
  }

  /**
   * @param seconds expected length of the video
   */
  record Estimate(double seconds, List<Priced> lines) {
    long micros() {
      return Prices.sum(lines);
    }
  }

  Estimate of(VideoBrief brief) {
    List<Cost> costs = new ArrayList<>();
    double characters = brief.timeline() == null ? characters(brief) : 0;
    if (brief.topic() != null) {
      rules
          .scriptProvider()
          .ifPresent(
              provider -> {
                costs.add(new Cost(provider, CostUnit.INPUT_TOKENS, rules.inputTokens()));
                costs.add(new Cost(provider, CostUnit.OUTPUT_TOKENS, rules.outputTokens()));
              });
    }
    if (characters > 0) {
      voice(brief).ifPresent(p -> costs.add(new Cost(p, CostUnit.CHARACTERS, characters)));
    }
    double seconds = seconds(brief, characters);
    double size = brief.formats().stream().mapToDouble(Estimator::size).sum();
    size += size(brief.timeline() == null ? brief.canvas() : brief.timeline().canvas());
    costs.add(new Cost(LOCAL, CostUnit.CPU_SECONDS, seconds * size * rules.cpuSeconds()));
    costs.add(new Cost(LOCAL, CostUnit.BYTES, Math.rint(seconds * size * rules.bytes())));
    return new Estimate(seconds, costs.stream().map(prices::of).toList());
  }

  private double characters(VideoBrief brief) {
    if (brief.topic() != null) {
      return Math.rint(rules.topicSeconds() * rules.charactersPerSecond() * brief.rate());
    }
    long points = brief.script() == null ? 0 : codePoints(brief.script());
    for (SceneBrief scene : brief.scenes()) {
      points += scene.narration() == null ? 0 : codePoints(scene.narration());
    }
    return points;
  }

  private static long codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private double seconds(VideoBrief brief, double characters) {
    return brief.timeline() == null
        ? characters / (rules.charactersPerSecond() * brief.rate())
        : (double) brief.timeline().frames() / brief.timeline().canvas().fps();
  }

  private static double size(Canvas canvas) {
    return (double) canvas.width() * canvas.height() * canvas.fps() / USUAL_RATE;
  }

  /**
   * A voice is written {@code provider:name}; where the provider has no price, the settings' one.
   */
  private Optional<String> voice(VideoBrief brief) {
    boolean named = prices.price(brief.voice(), CostUnit.CHARACTERS).isPresent();
    return named ? Optional.of(brief.voice()) : rules.voiceProvider();
  }
}
