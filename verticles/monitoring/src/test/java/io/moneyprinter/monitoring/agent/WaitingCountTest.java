package io.moneyprinter.monitoring.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingCountTest {
  private Instant now = Instant.parse("2026-11-23T00:00:00Z");

  private final WaitingCount waiting = new WaitingCount(() -> now);

  @Test
  void whoeverAPoolForgotIsNotSaidToWait() {
    assertThat(waiting.of("sql", 0, 1)).isZero();
    assertThat(waiting.of("sql", 4, 3)).as("two wait beside the forgotten one").isEqualTo(2);
    assertThat(waiting.of("sql", 0, 1)).isZero();
  }

  @Test
  void manyThatWaitForAServerThatIsAwayAreTold() {
    assertThat(waiting.of("sql", 1, 0)).isZero();
    assertThat(waiting.of("sql", 0, 7)).isEqualTo(7);
    assertThat(waiting.of("sql", 0, 9)).isEqualTo(9);
    now = now.plus(Duration.ofSeconds(10));
    assertThat(waiting.of("sql", 0, 9)).as("those were given up, and forgotten").isZero();
    assertThat(waiting.of("sql", 3, 9)).isZero();
    assertThat(waiting.of("sql", 3, 0)).isZero();
  }
}
