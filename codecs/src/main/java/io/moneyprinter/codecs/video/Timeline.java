package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Objects;

/**
 * A whole video as pure data: everything random in it is decided, all times of the picture are
 * whole frames. Tracks from the lowest: clips, overlays in their order, titles, captions.
 *
 * @param version form of this record, {@value #VERSION}
 * @param frames length of the whole
 * @param clips the base track, in order, without gaps
 * @param overlays the tracks above, lowest first
 * @param captions in order, none overlapping
 * @param seed what its random choices were drawn from
 */
public record Timeline(
    int version,
    Canvas canvas,
    int frames,
    List<Clip> clips,
    List<Overlay> overlays,
    CaptionStyle captionStyle,
    List<Caption> captions,
    AudioMix audio,
    long seed) {
  public static final int VERSION = 2;

  public Timeline {
    Objects.requireNonNull(canvas, "canvas");
    Objects.requireNonNull(audio, "audio");
    captionStyle = captionStyle == null ? CaptionStyle.DEFAULT : captionStyle;
    clips = clips == null ? List.of() : List.copyOf(clips);
    overlays = overlays == null ? List.of() : List.copyOf(overlays);
    captions = captions == null ? List.of() : List.copyOf(captions);
  }

  /** A timeline of the base track alone. */
  public Timeline(
      Canvas canvas,
      int frames,
      List<Clip> clips,
      CaptionStyle captionStyle,
      List<Caption> captions,
      AudioMix audio,
      long seed) {
    this(VERSION, canvas, frames, clips, List.of(), captionStyle, captions, audio, seed);
  }
}
