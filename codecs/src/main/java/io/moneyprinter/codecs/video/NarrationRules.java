package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.speech.Delivery;
import io.moneyprinter.codecs.speech.NarrationBrief;
import io.moneyprinter.codecs.speech.NarrationMarks;
import io.moneyprinter.codecs.speech.SpeechMarkup;

/** What is asked of how a narration is spoken. */
final class NarrationRules {
  static final int MAX_VOICES = 50;
  static final int MAX_LEXICON = 1000;
  static final int LONGEST_ENTRY = 200;
  static final int MAX_EFFECTS = 10;

  private final Faults faults;

  NarrationRules(Faults faults) {
    this.faults = faults;
  }

  void check(VideoBrief brief) {
    NarrationBrief narration = brief.narration();
    pitch("/narration/pitch", narration.pitch());
    faults.atMost("/narration/voices", narration.voices().size(), MAX_VOICES, "speakers");
    narration
        .voices()
        .forEach(
            (name, voice) ->
                faults.when(
                    Faults.blank(name) || Faults.blank(voice),
                    "/narration/voices/" + pointer(name),
                    "must give a voice id to a name, such as \"Anna\": \"espeak:de+f3\""));
    faults.atMost("/narration/lexicon", narration.lexicon().size(), MAX_LEXICON, "words");
    narration
        .lexicon()
        .forEach(
            (word, said) ->
                faults.when(
                    Faults.blank(word) || Faults.blank(said) || said.length() > LONGEST_ENTRY,
                    "/narration/lexicon/" + pointer(word),
                    "must say how to read the word, in at most " + LONGEST_ENTRY + " letters"));
    faults.atMost("/narration/effects", narration.effects().size(), MAX_EFFECTS, "effects");
    var marks = new NarrationMarks(narration.voices().keySet());
    says("/script", brief.script(), marks);
    faults.when(
        SpeechMarkup.is(brief.script()),
        "/script",
        "is cut into scenes, which markup cannot be: give scenes, each with a narration of <speak>");
    for (int i = 0; i < brief.scenes().size(); i++) {
      scene("/scenes/" + i, brief.scenes().get(i), marks);
      faults.when(
          brief.voice().matches("(only:)?recording:.*")
              && brief.scenes().size() > 1
              && brief.scenes().get(i).voice() != null,
          "/scenes/" + i + "/voice",
          "cannot be another one where a recording says the whole video: leave it out, or give"
              + " every scene its own");
    }
  }

  private void scene(String pointer, SceneBrief scene, NarrationMarks marks) {
    if (SpeechMarkup.is(scene.narration())) {
      markup(pointer + "/narration", scene.narration());
    } else {
      says(pointer + "/narration", scene.narration(), marks);
    }
    faults.when(
        scene.voice() != null && scene.voice().isBlank(),
        pointer + "/voice",
        "must be a voice id of /v1/voices; leave it out for the video's voice");
    Delivery delivery = scene.delivery() == null ? Delivery.PLAIN : scene.delivery();
    faults.range(pointer + "/delivery/rate", delivery.rate(), 0.5, 2, "1 is the voice's own");
    pitch(pointer + "/delivery/pitch", delivery.pitch());
    faults.range(pointer + "/delivery/volume", delivery.volume(), -30, 12, "decibels");
  }

  private void markup(String pointer, String document) {
    try {
      SpeechMarkup.parse(document);
    } catch (IllegalArgumentException e) {
      faults.add(pointer, e.getMessage());
    }
  }

  private void says(String pointer, String text, NarrationMarks marks) {
    faults.when(
        text != null && !text.isBlank() && marks.plain(text).isBlank(),
        pointer,
        "must say something beside its marks");
  }

  private void pitch(String pointer, Double semitones) {
    faults.range(pointer, semitones, -12, 12, "semitones");
  }

  /** As RFC 6901 writes a name. */
  private static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
