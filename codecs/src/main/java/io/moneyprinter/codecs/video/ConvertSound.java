package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * Asks for a stored sound, or the sound of a clip, in another form: mono, 48 kHz.
 *
 * @param form {@code null} for WAV
 */
public record ConvertSound(Blob blob, SoundForm form) {
  public ConvertSound {
    Objects.requireNonNull(blob, "blob");
  }

  /** As WAV. */
  public ConvertSound(Blob blob) {
    this(blob, SoundForm.WAV);
  }
}
