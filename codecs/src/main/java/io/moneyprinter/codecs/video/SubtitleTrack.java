package io.moneyprinter.codecs.video;

import java.util.Objects;

/**
 * Captions in a further language, ready-made.
 *
 * @param language BCP 47 tag
 * @param text SubRip or WebVTT
 * @param burned whether a video of its own is made with these in the picture; absent for a track
 *     that a player can switch on
 */
public record SubtitleTrack(String language, String text, Boolean burned) {
  public SubtitleTrack {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(text, "text");
    burned = burned != null && burned;
  }
}
