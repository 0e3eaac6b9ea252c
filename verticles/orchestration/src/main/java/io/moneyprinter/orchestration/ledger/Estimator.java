package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Guesses what a video will cost from its brief alone. */
final class Estimator {
  /** Own machines, as a provider. */
  static final String LOCAL = "local";

  /** Pixels a second of the video that the settings speak of: 1080x1920 at 30 frames. */
  private static final double USUAL_RATE = 1080.0 * 1920 * 30;

  /** Code points to a token of a language model. */
  private static final double CHARACTERS_A_TOKEN = 3;

  /** Of 15 letters a second, 4.5 Chinese characters and 7.5 of a Japanese syllabary are said. */
  private static final double LETTERS_A_HAN = 15 / 4.5;

  private static final double LETTERS_A_KANA = 2;

  private final Prices prices;
  private final EstimateConfig rules;

  Estimator(Prices prices, EstimateConfig rules) {
    this.prices = prices;
    this.rules = rules;
  }

  /**
   * @param seconds expected length of the video
   * @param characters code points that are spoken
   */
  record Estimate(double seconds, double characters, List<Priced> lines) {
    long micros() {
      return Prices.sum(lines);
    }
  }

  Estimate of(VideoBrief brief) {
    List<Cost> costs = new ArrayList<>();
    Map<String, Double> spoken = brief.timeline() == null ? spoken(brief) : Map.of();
    rules
        .scriptProvider()
        .filter(p -> written(brief))
        .ifPresent(p -> costs.addAll(script(p, brief)));
    spoken.forEach(
        (provider, characters) -> {
          if (!provider.equals(LOCAL)) {
            costs.add(new Cost(provider, CostUnit.CHARACTERS, characters));
          }
        });
    double seconds = seconds(brief, spoken);
    double size = brief.formats().stream().mapToDouble(Estimator::size).sum();
    size += size(brief.timeline() == null ? brief.canvas() : brief.timeline().canvas());
    costs.add(new Cost(LOCAL, CostUnit.CPU_SECONDS, seconds * size * rules.cpuSeconds()));
    costs.add(new Cost(LOCAL, CostUnit.BYTES, Math.rint(seconds * size * rules.bytes())));
    double characters = spoken.values().stream().mapToDouble(each -> each).sum();
    return new Estimate(seconds, characters, costs.stream().map(prices::of).toList());
  }

  /** Whether a language model has to write. */
  private static boolean written(VideoBrief brief) {
    return brief.topic() != null || brief.source() != null || brief.writing().enhances();
  }

  private List<Cost> script(String provider, VideoBrief brief) {
    double given = brief.script() == null ? 0 : codePoints(brief.script());
    return List.of(
        new Cost(
            provider,
            CostUnit.INPUT_TOKENS,
            rules.inputTokens() + Math.ceil(given / CHARACTERS_A_TOKEN)),
        new Cost(provider, CostUnit.OUTPUT_TOKENS, rules.outputTokens()));
  }

  /** Code points by who speaks them. */
  private Map<String, Double> spoken(VideoBrief brief) {
    Map<String, Double> spoken = new TreeMap<>();
    if (brief.script() != null) {
      spoken.merge(voice(brief.voice()), codePoints(brief.script()), Double::sum);
    }
    for (SceneBrief scene : brief.scenes()) {
      if (scene.narration() != null) {
        String voice = scene.voice() == null ? brief.voice() : scene.voice();
        spoken.merge(voice(voice), codePoints(scene.narration()), Double::sum);
      }
    }
    Double wanted = brief.writing().seconds();
    if (spoken.isEmpty() || wanted != null && written(brief)) {
      double seconds = wanted == null ? rules.topicSeconds() : wanted;
      double rate = rules.charactersPerSecond() * brief.rate();
      return Map.of(voice(brief.voice()), Math.rint(seconds * rate));
    }
    return spoken;
  }

  private static double codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private double seconds(VideoBrief brief, Map<String, Double> spoken) {
    if (brief.timeline() != null) {
      return (double) brief.timeline().frames() / brief.timeline().canvas().fps();
    }
    double characters = spoken.values().stream().mapToDouble(each -> each).sum();
    double letters =
        characters == given(brief, Estimator::codePoints)
            ? given(brief, Estimator::letters)
            : characters;
    return letters / (rules.charactersPerSecond() * brief.rate());
  }

  /** What the texts of a brief come to, by a figure of each. */
  private static double given(VideoBrief brief, ToDoubleFunction<String> figure) {
    double script = brief.script() == null ? 0 : figure.applyAsDouble(brief.script());
    return script
        + brief.scenes().stream()
            .map(SceneBrief::narration)
            .filter(Objects::nonNull)
            .mapToDouble(figure)
            .sum();
  }

  /** Code points by how long they take to say: a Chinese character is a syllable. */
  private static double letters(String text) {
    return text.codePoints().mapToDouble(Estimator::letters).sum();
  }

  private static double letters(int character) {
    return switch (UnicodeScript.of(character)) {
      case HAN, HANGUL -> LETTERS_A_HAN;
      case HIRAGANA, KATAKANA -> LETTERS_A_KANA;
      default -> 1;
    };
  }

  private static double size(Canvas canvas) {
    return (double) canvas.width() * canvas.height() * canvas.fps() / USUAL_RATE;
  }

  /**
   * A voice is written {@code provider:name}; where the provider has no price, the settings' one.
   */
  private String voice(String id) {
    String provider = id.contains(":") ? id.substring(0, id.indexOf(':')) : id;
    return prices.price(provider, CostUnit.CHARACTERS).isPresent()
        ? provider
        : rules.voiceProvider().orElse(LOCAL);
  }
}
