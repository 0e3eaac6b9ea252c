package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * Asks for the beginning of a clip as a file of its own, made by copying. For a file of which only
 * the beginning was fetched.
 *
 * @param head the first bytes of an MP4 whose index stands in front
 * @param seconds how much of it is wanted, more than 0 and at most 3600
 */
public record CutFootage(Blob head, double seconds) {
  public CutFootage {
    Objects.requireNonNull(head, "head");
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new IllegalArgumentException("More than 0 and at most 3600 seconds are cut");
    }
  }
}
