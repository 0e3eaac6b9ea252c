package io.moneyprinter.codecs.content;

import io.moneyprinter.codecs.speech.Delivery;
import java.util.List;
import java.util.Objects;

/**
 * One thought of a script: what is said while one picture shows.
 *
 * @param index place in the script, from 0
 * @param narration what the voice says
 * @param terms what the picture should show, English, most telling first
 * @param title a few words to show large; may be {@code null}
 * @param visual what the camera shows, one English sentence; may be {@code null}
 * @param voice who says it, a voice id; {@code null} for the video's voice
 * @param delivery how it is said; {@code null} for as all the others
 * @param markup the narration as a document of {@code <speak>}, for voices that read it; {@code
 *     null} where there is none
 */
public record Scene(
    int index,
    String narration,
    List<String> terms,
    String title,
    String visual,
    String voice,
    Delivery delivery,
    String markup) {
  /** Without markup. */
  public Scene(
      int index,
      String narration,
      List<String> terms,
      String title,
      String visual,
      String voice,
      Delivery delivery) {
    this(index, narration, terms, title, visual, voice, delivery, null);
  }

  /** Said by the video's voice. */
  public Scene(int index, String narration, List<String> terms, String title, String visual) {
    this(index, narration, terms, title, visual, null, null, null);
  }

  public Scene {
    Objects.requireNonNull(narration, "narration");
    terms = terms == null ? List.of() : List.copyOf(terms);
  }

  /** Without a hint for the camera. */
  public Scene(int index, String narration, List<String> terms, String title) {
    this(index, narration, terms, title, null);
  }

  /** The same with other words, and without markup, which is about those that it had. */
  public Scene saying(String otherNarration) {
    return new Scene(index, otherNarration, terms, title, visual, voice, delivery);
  }
}
