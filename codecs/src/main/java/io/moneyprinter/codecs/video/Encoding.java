package io.moneyprinter.codecs.video;

import java.util.Objects;

/** How a segment is encoded; a node's settings say what that means for its encoders. */
public record Encoding(VideoCodec codec, OutputBrief.Quality quality) {
  public static final Encoding DEFAULT = OutputBrief.DEFAULT.encoding();

  public Encoding {
    Objects.requireNonNull(codec, "codec");
    Objects.requireNonNull(quality, "quality");
  }
}
