package io.moneyprinter.codecs.storyboard;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.speech.Delivery;
import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;

/**
 * What there is already of a scene of the video.
 *
 * @param index place in the video, from 0
 * @param narration what was, or will be, said
 * @param terms what its picture was looked for with
 * @param seconds how long that takes; {@code null} before it was spoken
 * @param sound the voice, WAV; {@code null} before it was spoken
 * @param shown key of what was chosen to be shown, such as {@code pexels:857195}; {@code null}
 *     before anything was
 * @param picture what that is; {@code null} before, and from an older node
 * @param voice who was asked to speak it; {@code null} for the video's voice
 * @param delivery how it was asked to be spoken; {@code null} for as all the others
 */
public record MadeScene(
    int index,
    String narration,
    List<String> terms,
    Double seconds,
    Blob sound,
    String shown,
    Picture picture,
    String voice,
    Delivery delivery) {
  public MadeScene {
    Objects.requireNonNull(narration, "narration");
    terms = terms == null ? List.of() : List.copyOf(terms);
  }

  /** Without what it shows. */
  public MadeScene(
      int index, String narration, List<String> terms, Double seconds, Blob sound, String shown) {
    this(index, narration, terms, seconds, sound, shown, null, null, null);
  }
}
