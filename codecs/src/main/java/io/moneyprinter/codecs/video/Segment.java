package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Objects;

/**
 * A piece of the picture that can be rendered by itself, on any node with an equal encoder: some
 * clips in a row, or a part of one long clip.
 *
 * @param key SHA-256 over everything that decides its frames and their encoding, hex
 * @param index place among the segments, from 0
 * @param clips what shows, one after the other; at least one
 * @param previous the clip that blends out over the first {@code lead} frames of the first clip;
 *     {@code null} when there is no blend, or when the segment begins after it
 * @param overlays those that show in this segment, lowest first, their frames counted from its
 *     first
 * @param captions those that show in this segment, their frames counted from its first
 * @param from how many frames of its only clip are left out before the segment; 0 with more clips
 *     than one
 * @param frames how many the segment has
 * @param encoding how it is encoded
 */
public record Segment(
    String key,
    int index,
    Canvas canvas,
    List<Clip> clips,
    Clip previous,
    List<Overlay> overlays,
    CaptionStyle captionStyle,
    List<Caption> captions,
    int from,
    int frames,
    Encoding encoding) {
  public Segment {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(canvas, "canvas");
    Objects.requireNonNull(captionStyle, "captionStyle");
    clips = List.copyOf(clips);
    overlays = overlays == null ? List.of() : List.copyOf(overlays);
    captions = List.copyOf(captions);
    encoding = encoding == null ? Encoding.DEFAULT : encoding;
    int held = clips.stream().mapToInt(Clip::frames).sum();
    if (from < 0 || frames < 1 || from + frames > held || from > 0 && clips.size() > 1) {
      throw new IllegalArgumentException(
          "Not a segment: frames " + from + " to " + (from + frames) + " of " + held);
    }
  }

  /** One whole clip with nothing over it but captions, not named yet. */
  public static Segment of(
      Canvas canvas, Clip clip, Clip previous, CaptionStyle captionStyle, List<Caption> captions) {
    return new Segment(
        "",
        0,
        canvas,
        List.of(clip),
        previous,
        List.of(),
        captionStyle,
        captions,
        0,
        clip.frames(),
        Encoding.DEFAULT);
  }

  /** Its first clip. */
  public Clip first() {
    return clips.get(0);
  }

  /** The same under a name and at a place. */
  public Segment named(String name, int place) {
    return new Segment(
        name,
        place,
        canvas,
        clips,
        previous,
        overlays,
        captionStyle,
        captions,
        from,
        frames,
        encoding);
  }
}
