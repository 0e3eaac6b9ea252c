package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;

/**
 * Adds caption tracks to a finished video without rendering or encoding anything anew.
 *
 * @param video MP4, MOV or WebM
 * @param tracks at least one; {@code burned} is not looked at
 */
public record AddCaptions(Blob video, List<SubtitleTrack> tracks) {
  public AddCaptions {
    Objects.requireNonNull(video, "video");
    tracks = List.copyOf(tracks);
  }
}
