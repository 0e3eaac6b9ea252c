package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.video.MusicBrief;
import java.util.Objects;

/**
 * Makes music of a mood.
 *
 * @param seconds at least how long, up to 3600
 * @param seed decides the melody
 */
public record ComposeMusic(MusicBrief.Mood mood, double seconds, long seed) {
  public ComposeMusic {
    Objects.requireNonNull(mood, "mood");
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new IllegalArgumentException("Music lasts more than 0 and at most 3600 seconds");
    }
  }
}
