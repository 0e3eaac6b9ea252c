package io.moneyprinter.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.orchestration.run.RetryManager;
import io.moneyprinter.orchestration.workflow.RetryRule;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryManagerTest {
  private static final RetryRule STEADY =
      new RetryRule(5, Duration.ofSeconds(1), Duration.ofSeconds(6), 0, Set.of());

  private final RetryManager retries = new RetryManager(new Random(1));

  @Test
  void thePauseDoublesUpToTheLongest() {
    assertThat(
            IntStream.rangeClosed(1, 5)
                .mapToObj(i -> retries.pause(STEADY, i, FailureCode.TIMEOUT).orElseThrow()))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 6L, 6L);
  }

  @Test
  void chanceShortensThePauseByTheShareOfJitter() {
    RetryRule rule = new RetryRule(5, Duration.ofSeconds(1), Duration.ofSeconds(30), 0.5, Set.of());
    assertThat(
            IntStream.range(0, 200)
                .mapToObj(i -> retries.pause(rule, 1, FailureCode.TIMEOUT).orElseThrow()))
        .allMatch(pause -> pause.toMillis() >= 500 && pause.toMillis() <= 1000)
        .anyMatch(pause -> pause.toMillis() < 600)
        .anyMatch(pause -> pause.toMillis() > 900);
  }

  @Test
  void whatStaysAndWhatWasTriedEnoughIsNotTriedAgain() {
    assertThat(retries.pause(STEADY, 1, FailureCode.INVALID)).isEmpty();
    assertThat(retries.pause(STEADY, 1, FailureCode.CANCELLED)).isEmpty();
    assertThat(retries.pause(STEADY, 6, FailureCode.UNAVAILABLE)).isEmpty();
    assertThat(retries.another(STEADY, 5)).isTrue();
    assertThat(retries.another(STEADY, 6)).isFalse();
  }
}
