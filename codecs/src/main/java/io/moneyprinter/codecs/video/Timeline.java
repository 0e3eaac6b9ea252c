package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Objects;

/**
 * A whole video as pure data: everything random in it is decided, all times are whole frames.
 *
 * @param version form of this record, 1
 * @param frames length of the whole
 * @param clips in order, without gaps
 * @param captions in order, none overlapping
 * @param seed what its random choices were drawn from
 */
public record Timeline(
    int version,
    Canvas canvas,
    int frames,
    List<Clip> clips,
    CaptionStyle captionStyle,
    List<Caption> captions,
    AudioMix audio,
    long seed) {
  public Timeline {
    Objects.requireNonNull(canvas, "canvas");
    Objects.requireNonNull(captionStyle, "captionStyle");
    Objects.requireNonNull(audio, "audio");
    clips = List.copyOf(clips);
    captions = List.copyOf(captions);
  }
}
