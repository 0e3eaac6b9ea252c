package io.moneyprinter.speech.scene;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Delivery;
import io.moneyprinter.codecs.speech.NarrationBrief;
import io.moneyprinter.codecs.speech.NarrationMarks;
import io.moneyprinter.codecs.speech.NarrationMarks.Passage;
import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.speech.recording.RecordingProvider;
import io.moneyprinter.speech.text.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who says which part of a text, and how. Immutable. */
final class Passages {
  private final Synthesize wanted;
  private final NarrationBrief narration;
  private final Delivery delivery;
  private final Lexicon lexicon;
  private final SpeechMarkup markup;
  private final boolean read;
  private final boolean whole;

  /**
   * @param entries the tenant's lexicon
   * @param voices say whether markup is read; where it is not, its pauses and aliases are kept to
   *     here, and the rest of it is left out
   */
  Passages(Synthesize wanted, Map<String, String> entries, SceneSpeaker.OneVoice voices) {
    this.wanted = wanted;
    this.markup = wanted.markup() == null ? null : parsed(wanted.markup(), wanted.text());
    this.narration = wanted.narration() == null ? NarrationBrief.PLAIN : wanted.narration();
    Delivery own = wanted.delivery() == null ? Delivery.PLAIN : wanted.delivery();
    this.delivery = own.or(new Delivery(wanted.rate(), narration.pitch(), null));
    Map<String, String> all = new HashMap<>(entries);
    // The same word in other letter case is the same entry, and the brief's goes before.
    narration.lexicon().keySet().forEach(word -> all.keySet().removeIf(word::equalsIgnoreCase));
    all.putAll(narration.lexicon());
    this.read = markup != null && voices.reads(asked(wanted.text(), null), markup);
    if (markup != null) {
      markup.aliases().keySet().forEach(word -> all.keySet().removeIf(word::equalsIgnoreCase));
      all.putAll(markup.aliases());
    }
    this.whole = wholeRecording(wanted);
    this.lexicon = new Lexicon(read || whole ? Map.of() : all);
  }

  /** Where the text was changed since, it goes before the markup, which says something else. */
  private static SpeechMarkup parsed(String document, String text) {
    try {
      SpeechMarkup markup = SpeechMarkup.parse(document);
      return letters(markup.plain()).equals(letters(text)) ? markup : null;
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.invalid("/markup", e.getMessage());
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Whether one recording, named for the video, says this scene among others. */
  private static boolean wholeRecording(Synthesize wanted) {
    return wanted.sceneVoice() == null
        && wanted.scene() != null
        && wanted.narrations().size() > 1
        && RecordingProvider.isMeantBy(wanted.voice());
  }

  /** What can be spoken and mixed; {@code INVALID} for anything else. */
  void check() {
    if (whole && all().size() > 1) {
      throw ServiceFailure.invalid(
          "/text",
          "A recording of the whole video has its own pauses and speakers: leave the marks for them"
              + " out of scene "
              + (wanted.scene() + 1));
    }
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
    if (read) {
      return List.of(new Passage(null, 0, wanted.text().length(), 0));
    }
    if (markup != null) {
      return paused();
    }
    return new NarrationMarks(narration.voices().keySet()).passages(wanted.text());
  }

  /** The parts between the pauses of the markup. */
  private List<Passage> paused() {
    List<Passage> passages = new ArrayList<>();
    int from = 0;
    double pause = 0;
    for (SpeechMarkup.Pause each : markup.pauses()) {
      int to = Math.min(each.at(), wanted.text().length());
      if (to > from && !wanted.text().substring(from, to).isBlank()) {
        passages.add(new Passage(null, from, to, pause));
        from = to;
        pause = 0;
      }
      pause = Math.min(NarrationMarks.LONGEST_PAUSE, pause + each.seconds());
    }
    passages.add(new Passage(null, from, wanted.text().length(), pause));
    return passages;
  }

  /** How a part is spelled for the voice. */
  Lexicon.Spelled spelled(Passage passage) {
    return lexicon.spell(wanted.text().substring(passage.from(), passage.to()));
  }

  /** What is asked of the voice for a part. */
  Synthesize request(Passage passage, Lexicon.Spelled spelled) {
    String voice = passage.speaker() == null ? null : narration.voices().get(passage.speaker());
    return asked(whole ? plain(spelled.text()) : spelled.text(), voice);
  }

  private Synthesize asked(String text, String speaker) {
    String usual = wanted.sceneVoice() == null ? wanted.voice() : wanted.sceneVoice();
    return new Synthesize(
        text,
        wanted.language(),
        speaker == null ? usual : speaker,
        delivery.rate(),
        null,
        null,
        null,
        wanted.collection(),
        read ? wanted.markup() : null,
        whole ? wanted.narrations().stream().map(this::plain).toList() : List.of(),
        whole ? wanted.scene() : null);
  }

  private String plain(String text) {
    return new NarrationMarks(narration.voices().keySet()).plain(text);
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
