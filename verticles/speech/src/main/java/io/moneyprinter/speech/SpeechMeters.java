package io.moneyprinter.speech;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.speech.provider.SpeechProvider;
import java.util.Locale;

/**
 * Counts what is asked of each provider: {@code tts_requests_total{provider,outcome}} and {@code
 * tts_characters_total{provider}}. What those cost is told by the ledger.
 */
final class SpeechMeters {
  /** How a request ended. */
  enum Outcome {
    SPOKEN,
    CACHED,
    FAILED,
    REFUSED
  }

  private final MeterRegistry meters;

  SpeechMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(SpeechProvider provider, Outcome outcome) {
    Counter.builder("tts.requests")
        .description("Texts that providers were asked to speak")
        .tags("provider", provider.id(), "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .register(meters)
        .increment();
  }

  /** Counts a text that was spoken, not found. */
  void spoken(SpeechProvider provider, String text) {
    count(provider, Outcome.SPOKEN);
    int characters = text.codePointCount(0, text.length());
    Counter.builder("tts.characters")
        .description("Characters that providers spoke")
        .tag("provider", provider.id())
        .register(meters)
        .increment(characters);
  }
}
