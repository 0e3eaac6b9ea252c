package io.moneyprinter.speech.scene;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Delivery;
import io.moneyprinter.codecs.speech.NarrationBrief;
import io.moneyprinter.codecs.speech.NarrationMarks;
import io.moneyprinter.codecs.speech.NarrationMarks.Passage;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.speech.text.Lexicon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who says which part of a text, and how. Immutable. */
final class Passages {
  private final Synthesize wanted;
  private final NarrationBrief narration;
  private final Delivery delivery;
  private final Lexicon lexicon;

  /**
   * @param entries the tenant's lexicon
   */
  Passages(Synthesize wanted, Map<String, String> entries) {
    this.wanted = wanted;
    this.narration = wanted.narration() == null ? NarrationBrief.PLAIN : wanted.narration();
    Delivery own = wanted.delivery() == null ? Delivery.PLAIN : wanted.delivery();
    this.delivery = own.or(new Delivery(wanted.rate(), narration.pitch(), null));
    Map<String, String> all = new HashMap<>(entries);
    // The same word in other letter case is the same entry, and the brief's goes before.
    narration.lexicon().keySet().forEach(word -> all.keySet().removeIf(word::equalsIgnoreCase));
    all.putAll(narration.lexicon());
    this.lexicon = new Lexicon(all);
  }

  /** What can be spoken and mixed; {@code INVALID} for anything else. */
  void check() {
    require("/delivery/pitch", pitch(), 12, 12, "semitones");
    require("/delivery/volume", volume(), 30, 12, "decibels");
  }

  private static void require(
      String pointer, double value, double below, double above, String unit) {
    if (!(value >= -below && value <= above)) {
      throw ServiceFailure.invalid(
          pointer, "It has to be from -%.0f to %.0f %s".formatted(below, above, unit));
    }
  }

  List<Passage> all() {
    return new NarrationMarks(narration.voices().keySet()).passages(wanted.text());
  }

  /** How a part is spelled for the voice. */
  Lexicon.Spelled spelled(Passage passage) {
    return lexicon.spell(wanted.text().substring(passage.from(), passage.to()));
  }

  /** What is asked of the voice for a part. */
  Synthesize request(Passage passage, Lexicon.Spelled spelled) {
    String voice = wanted.sceneVoice() == null ? wanted.voice() : wanted.sceneVoice();
    if (passage.speaker() != null) {
      voice = narration.voices().get(passage.speaker());
    }
    return new Synthesize(
        spelled.text(),
        wanted.language(),
        voice,
        delivery.rate(),
        null,
        null,
        null,
        wanted.collection());
  }

  /** Semitones. */
  double pitch() {
    return delivery.pitch() == null ? 0 : delivery.pitch();
  }

  /** Decibels. */
  double volume() {
    return delivery.volume() == null ? 0 : delivery.volume();
  }

  double rate() {
    return delivery.rate();
  }
}
