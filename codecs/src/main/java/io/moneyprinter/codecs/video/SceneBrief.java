package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.speech.Delivery;
import java.util.List;

/**
 * One scene as the user wrote it.
 *
 * @param narration what the voice says; required
 * @param terms what the picture should show, English; absent to derive them
 * @param title a few words to show large; may be absent
 * @param media name of the file in the collection to show; absent to have one chosen
 * @param in where in the clip to begin, seconds; absent to have it chosen
 * @param speed of the clip, 0.25 to 4
 * @param volume of the clip's own sound, decibels, -60 to 12; absent to leave it out
 * @param fit how the picture fills the canvas
 * @param grade its colours
 * @param transition how the scene before gives way to this one; absent for the video's
 * @param transitionSeconds how long that takes, 0 to 2; absent for the video's
 * @param voice who says it, a voice id; absent for the video's
 * @param delivery speed, pitch and volume of the voice; absent for the video's
 */
public record SceneBrief(
    String narration,
    List<String> terms,
    String title,
    String media,
    Double in,
    Double speed,
    Double volume,
    Fit fit,
    Grade grade,
    TransitionStyle transition,
    Double transitionSeconds,
    String voice,
    Delivery delivery) {
  public SceneBrief {
    terms = terms == null ? List.of() : List.copyOf(terms);
  }

  public SceneBrief(String narration, List<String> terms, String title) {
    this(narration, terms, title, null, null, null, null, null, null, null, null);
  }

  /** Said by the video's voice. */
  public SceneBrief(
      String narration,
      List<String> terms,
      String title,
      String media,
      Double in,
      Double speed,
      Double volume,
      Fit fit,
      Grade grade,
      TransitionStyle transition,
      Double transitionSeconds) {
    this(
        narration,
        terms,
        title,
        media,
        in,
        speed,
        volume,
        fit,
        grade,
        transition,
        transitionSeconds,
        null,
        null);
  }
}
