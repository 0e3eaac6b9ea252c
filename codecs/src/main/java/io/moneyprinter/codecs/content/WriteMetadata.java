package io.moneyprinter.codecs.content;

import io.moneyprinter.codecs.video.VideoBrief;
import java.util.Objects;

/**
 * Writes what stands with a video where it is shown: by a language model for the platforms that
 * {@code writing.platforms} of the brief names, else derived from the script for all.
 *
 * @param script {@code null} to write that first
 */
public record WriteMetadata(VideoBrief brief, Script script) {
  public WriteMetadata {
    Objects.requireNonNull(brief, "brief");
  }
}
