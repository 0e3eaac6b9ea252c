package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * Music for a video.
 *
 * @param audio WAV, 16 bit, stereo, 48 kHz; {@code null} for silence
 * @param seconds length; 0 for silence
 * @param title for the credits
 */
public record Music(Blob audio, double seconds, String title, Provenance provenance) {
  public Music {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(provenance, "provenance");
  }
}
