package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;

/**
 * A video to which caption tracks were added.
 *
 * @param languages of all its caption tracks, ISO 639-2, as they stand in the file
 */
public record CaptionedVideo(Blob video, List<String> languages) {
  public CaptionedVideo {
    Objects.requireNonNull(video, "video");
    languages = List.copyOf(languages);
  }
}
