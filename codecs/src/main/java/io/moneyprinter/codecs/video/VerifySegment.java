package io.moneyprinter.codecs.video;

import java.util.Objects;

/**
 * Renders a segment of a receipt once more and compares.
 *
 * @param ffmpeg the program that the receipt names
 */
public record VerifySegment(Receipt.Piece piece, Receipt.Program ffmpeg) {
  public VerifySegment {
    Objects.requireNonNull(piece, "piece");
    Objects.requireNonNull(ffmpeg, "ffmpeg");
  }
}
