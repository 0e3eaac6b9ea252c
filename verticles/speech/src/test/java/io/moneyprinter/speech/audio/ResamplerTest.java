package io.moneyprinter.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
  @ParameterizedTest
  @CsvSource({"22050, 440", "22050, 5000", "22050, 9500", "16000, 3000", "44100, 15000"})
  void aToneKeepsItsHeightAndStrengthAndGetsNoImage(int rate, double frequency) {
    Sound resampled = new Resampler(rate, 48_000).resample(Probe.sine(frequency, 0.5, rate));

    assertThat(resampled.rate()).isEqualTo(48_000);
    assertThat(resampled.seconds()).isCloseTo(0.5, within(0.0001));
    assertThat(Probe.amplitude(resampled, frequency)).isCloseTo(0.5, within(0.005));
    assertThat(Probe.amplitude(resampled, rate - frequency)).isLessThan(0.5e-3);
  }

  @ParameterizedTest
  @CsvSource({"96000, 30000", "48000, 14000"})
  void whatTheNewRateCannotHoldIsTakenOut(int rate, double frequency) {
    int target = rate / 2;

    Sound resampled = new Resampler(rate, target).resample(Probe.sine(frequency, 0.5, rate));

    assertThat(Probe.amplitude(resampled, target - frequency)).isLessThan(0.5e-3);
  }

  @org.junit.jupiter.api.Test
  void aClickStaysWhereItWas() {
    var samples = new float[22_050];
    samples[11_025] = 1;

    Sound resampled = new Resampler(22_050, 48_000).resample(new Sound(samples, 22_050));

    int loudest = 0;
    for (int i = 0; i < resampled.samples().length; i++) {
      loudest = resampled.samples()[i] > resampled.samples()[loudest] ? i : loudest;
    }
    assertThat(loudest).isEqualTo(24_000);
  }
}
