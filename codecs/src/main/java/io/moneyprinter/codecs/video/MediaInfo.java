package io.moneyprinter.codecs.video;

import java.util.Objects;

/**
 * What a media file was found to be, by decoding some of it.
 *
 * @param width pixels as shown, after rotation; 0 for sound
 * @param height pixels as shown, after rotation; 0 for sound
 * @param seconds length; 0 for a still
 * @param fps frames per second; 0 for a still or sound
 * @param hdr whether its brightness goes beyond that of ordinary video (PQ or HLG); {@code null}
 *     for no
 * @param alpha whether parts of it may be transparent; {@code null} for no
 */
public record MediaInfo(
    Kind kind,
    int width,
    int height,
    double seconds,
    double fps,
    String codec,
    boolean audio,
    Boolean hdr,
    Boolean alpha) {
  /** What kind of media it is. */
  public enum Kind {
    VIDEO,
    STILL,
    AUDIO
  }

  public MediaInfo {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(codec, "codec");
  }

  /** Ordinary, opaque media. */
  public MediaInfo(
      Kind kind, int width, int height, double seconds, double fps, String codec, boolean audio) {
    this(kind, width, height, seconds, fps, codec, audio, null, null);
  }
}
