package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * The sound of a video.
 *
 * @param audio AAC in MP4, 48 kHz, stereo
 * @param loudness integrated loudness as measured, LUFS
 * @param truePeak as measured, dBTP
 */
public record MixedAudio(Blob audio, double seconds, double loudness, double truePeak) {
  public MixedAudio {
    Objects.requireNonNull(audio, "audio");
  }
}
