package io.moneyprinter.codecs.video;

import java.util.Objects;

/**
 * Mixes and encodes the sound of a whole video.
 *
 * @param output whose codec and stems are wanted; may be {@code null}
 */
public record MixAudio(AudioMix mix, OutputBrief output) {
  public MixAudio {
    Objects.requireNonNull(mix, "mix");
    output = output == null ? OutputBrief.DEFAULT : output;
  }
}
