package io.moneyprinter.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonitoringConfigTest {
  @Test
  void aLinkToTracesNamesThePlaceOfTheId() {
    assertThat(linking("https://jaeger.example/trace/{trace}?x=1").traceLink()).isPresent();
    for (String wrong :
        List.of("https://jaeger.example/", "javascript:{trace}", "/trace/{trace}")) {
      assertThatThrownBy(() -> linking(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("trace-link");
    }
  }

  private static MonitoringConfig linking(String link) {
    return new MonitoringConfig(
        "127.0.0.1", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(link), 1);
  }
}
