package io.moneyprinter.codecs.video;

import java.util.Objects;

/** Mixes and encodes the sound of a whole video. */
public record MixAudio(AudioMix mix) {
  public MixAudio {
    Objects.requireNonNull(mix, "mix");
  }
}
