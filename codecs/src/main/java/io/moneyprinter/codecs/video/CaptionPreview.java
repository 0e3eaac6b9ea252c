package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;

/**
 * A picture of a caption.
 *
 * @param image PNG, in the size of the canvas
 * @param description what it shows, in words
 * @param warnings what may look bad on a phone; empty when all is well
 */
public record CaptionPreview(Blob image, String description, List<String> warnings) {
  public CaptionPreview {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(description, "description");
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }
}
