package io.moneyprinter.codecs.video;

import java.util.Objects;

/**
 * What a sound was measured to be, from its first sample to its last.
 *
 * @param seconds what came out of the decoder
 * @param codec as FFmpeg calls it
 * @param loudness integrated, LUFS (EBU R 128)
 * @param truePeak dBTP
 * @param tempo beats a minute, estimated, 40 to 240; {@code null} where nothing has a beat
 */
public record SoundMeasure(
    double seconds, String codec, double loudness, double truePeak, Double tempo) {
  public SoundMeasure {
    Objects.requireNonNull(codec, "codec");
  }
}
