package io.moneyprinter.codecs.storyboard;

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
 */
public record MadeScene(
    int index, String narration, List<String> terms, Double seconds, Blob sound, String shown) {
  public MadeScene {
    Objects.requireNonNull(narration, "narration");
    terms = terms == null ? List.of() : List.copyOf(terms);
  }
}
