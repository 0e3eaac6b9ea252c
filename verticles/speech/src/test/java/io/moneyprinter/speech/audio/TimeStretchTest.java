package io.moneyprinter.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStretchTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.8, 1.0, 1.25, 1.5, 2.0})
  void theLengthFollowsTheRateAndThePitchStays(double rate) {
    Sound stretched = TimeStretch.stretch(Probe.sine(171, 1, 48_000), rate);

    assertThat(stretched.seconds()).isCloseTo(1 / rate, within(0.0001));
    assertThat(Probe.pitch(stretched)).isCloseTo(171, within(1.5));
    assertThat(Probe.level(stretched, 0, stretched.seconds())).isCloseTo(-9.03, within(0.3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1.5, 2.0})
  void whatSoundsInTheMiddleStillDoes(double rate) {
    var samples = new float[48_000];
    System.arraycopy(Probe.sine(200, 0.2, 48_000).samples(), 0, samples, 24_000, 9_600);

    Sound stretched = TimeStretch.stretch(new Sound(samples, 48_000), rate);

    double begin = (double) Loudness.firstAudible(stretched) / 48_000;
    double end = (double) Loudness.endOfAudible(stretched, 0, stretched.samples().length) / 48_000;
    assertThat(begin).isCloseTo(0.5 / rate, within(0.025));
    assertThat(end).isCloseTo(0.7 / rate, within(0.025));
  }

  @Test
  void nothingStaysNothing() {
    assertThat(TimeStretch.stretch(new Sound(new float[0], 48_000), 2).samples()).isEmpty();
  }
}
