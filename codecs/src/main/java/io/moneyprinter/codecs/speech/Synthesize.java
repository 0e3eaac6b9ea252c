package io.moneyprinter.codecs.speech;

import java.util.List;
import java.util.Objects;

/**
 * Speaks a text.
 *
 * @param text what to say
 * @param language BCP 47 tag
 * @param voice a voice id, or {@code auto} for the best one of the language
 * @param rate speed, 0.5 to 2.0
 * @param sceneVoice a voice id that goes before {@code voice}; may be {@code null}
 * @param delivery how this text is spoken, before what is said for all; may be {@code null}
 * @param narration what is said of the whole narration; may be {@code null}
 * @param collection id of the collection in which recordings are looked for; may be {@code null}
 * @param markup the text as a document that {@link SpeechMarkup} reads, its plain text being {@code
 *     text}; may be {@code null}
 * @param narrations of all scenes of the video, this one's among them, for a recording that says
 *     them all; empty where there is only this text
 * @param scene place of this text among them, from 0; {@code null} where there is only this text
 */
public record Synthesize(
    String text,
    String language,
    String voice,
    double rate,
    String sceneVoice,
    Delivery delivery,
    NarrationBrief narration,
    String collection,
    String markup,
    List<String> narrations,
    Integer scene) {
  /** By itself. */
  public Synthesize(
      String text,
      String language,
      String voice,
      double rate,
      String sceneVoice,
      Delivery delivery,
      NarrationBrief narration,
      String collection,
      String markup) {
    this(
        text,
        language,
        voice,
        rate,
        sceneVoice,
        delivery,
        narration,
        collection,
        markup,
        List.of(),
        null);
  }

  /** Without markup. */
  public Synthesize(
      String text,
      String language,
      String voice,
      double rate,
      String sceneVoice,
      Delivery delivery,
      NarrationBrief narration,
      String collection) {
    this(text, language, voice, rate, sceneVoice, delivery, narration, collection, null);
  }

  /** One voice, spoken plainly. */
  public Synthesize(String text, String language, String voice, double rate) {
    this(text, language, voice, rate, null, null, null, null, null);
  }

  /** Without recordings. */
  public Synthesize(
      String text,
      String language,
      String voice,
      double rate,
      String sceneVoice,
      Delivery delivery,
      NarrationBrief narration) {
    this(text, language, voice, rate, sceneVoice, delivery, narration, null, null);
  }

  public Synthesize {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(voice, "voice");
    narrations = narrations == null ? List.of() : List.copyOf(narrations);
  }
}
