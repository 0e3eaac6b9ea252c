package io.moneyprinter.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClicksTest {
  @Test
  void aSmoothWaveDoesNotClick() {
    float[] wave = wave(0);

    assertThat(Clicks.worst(new Decoded(wave, wave), List.of(0.5, 0.51, 0.9))).isLessThan(2);
  }

  @Test
  void aStepClicksWhereItIsAndNowhereElse() {
    float[] wave = wave(0.05f);
    Decoded sound = new Decoded(new float[wave.length], wave);

    assertThat(Clicks.at(sound, 0.5)).isGreaterThan(Clicks.HEARD);
    assertThat(Clicks.at(sound, 0.7)).isLessThan(2);
  }

  @Test
  void aHoleClicksAndNoiseHidesIt() {
    float[] wave = wave(0);
    java.util.Arrays.fill(wave, 24_010, 24_060, 0);
    assertThat(Clicks.at(new Decoded(wave, wave), 0.5)).isGreaterThan(Clicks.HEARD);

    SplittableRandom noise = new SplittableRandom(1);
    for (int i = 0; i < wave.length; i++) {
      wave[i] += (float) (0.5 * noise.nextDouble());
    }
    assertThat(Clicks.at(new Decoded(wave, wave), 0.5)).isLessThan(Clicks.HEARD);
  }

  @Test
  void silenceDoesNotClick() {
    float[] wave = new float[Sounds.RATE];

    assertThat(Clicks.at(new Decoded(wave, wave), 0.5)).isZero();
  }

  /** A second of 300 Hz, raised by a step from its middle on. */
  private static float[] wave(float step) {
    float[] wave = new float[Sounds.RATE];
    for (int i = 0; i < wave.length; i++) {
      wave[i] =
          (float) (0.3 * Math.sin(2 * Math.PI * 300 * i / Sounds.RATE))
              + (i >= wave.length / 2 ? step : 0);
    }
    return wave;
  }
}
