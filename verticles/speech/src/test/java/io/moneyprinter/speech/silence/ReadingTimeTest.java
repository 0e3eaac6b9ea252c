package io.moneyprinter.speech.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReadingTimeTest {
  /** What MoneyPrinterTurbo computes for the same texts. */
  @Test
  void videosWithoutAVoiceKeepTheirPace() {
    assertThat(ReadingTime.seconds("")).isEqualTo(3);
    assertThat(ReadingTime.seconds("Hello world")).isEqualTo(3);
    assertThat(ReadingTime.seconds("Hello world. This is a test sentence, with pauses!"))
        .isCloseTo(4.033, within(0.001));
    assertThat(ReadingTime.seconds("春天的花海，如诗如画。".repeat(5))).isCloseTo(13.864, within(0.001));
  }

  @Test
  void aNumberIsNotCutAtItsPoint() {
    assertThat(ReadingTime.seconds("It costs 1,000.50 dollars and not a bit more than that amount"))
        .isCloseTo(14 / 2.7, within(0.001));
  }
}
