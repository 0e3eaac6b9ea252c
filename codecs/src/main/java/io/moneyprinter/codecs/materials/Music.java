package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * Music for a video.
 *
 * @param audio a file with sound, WAV where it was made here; {@code null} for silence
 * @param seconds length; 0 for silence
 * @param title for the credits
 * @param note why it is not what was asked for; {@code null} when it is
 */
public record Music(Blob audio, double seconds, String title, Provenance provenance, String note) {
  public Music {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(provenance, "provenance");
  }

  /** Just what was asked for. */
  public Music(Blob audio, double seconds, String title, Provenance provenance) {
    this(audio, seconds, title, provenance, null);
  }
}
