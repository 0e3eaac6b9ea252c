package io.moneyprinter.orchestration;

import io.moneyprinter.orchestration.batch.BatchConfig;
import io.moneyprinter.orchestration.fair.TenantLimits;
import io.moneyprinter.orchestration.ledger.CostsConfig;
import io.moneyprinter.orchestration.run.StragglerRule;
import io.moneyprinter.orchestration.schedule.ScheduleConfig;
import io.moneyprinter.platform.settings.DataSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the service is set in a test: quick, and otherwise as it comes. */
final class Settings {
  static final StragglerRule NO_COPIES = new StragglerRule(0, Duration.ZERO, 1);

  private Optional<String> workflows = Optional.empty();
  private Duration lease = Duration.ofSeconds(20);
  private Duration sweep = Duration.ofMillis(50);
  private Duration ticketPause = Duration.ofSeconds(20);
  private Duration progressPause = Duration.ofMillis(100);
  private Duration relay = Duration.ofMillis(200);
  private Duration deletedLife = Duration.ofDays(30);
  private TenantLimits tenant = TenantLimits.NONE;
  private StragglerRule stragglers = NO_COPIES;
  private CostsConfig costs = CostsConfig.USUAL;
  private BatchConfig batch =
      new BatchConfig(3, 1000, new DataSize(1 << 20), Duration.ofMillis(50));

  private ScheduleConfig schedule =
      new ScheduleConfig(Duration.ofMillis(50), Duration.ofMinutes(1));

  Settings workflows(Path folder) {
    workflows = Optional.of(folder.toString());
    return this;
  }

  Settings lease(Duration length) {
    lease = length;
    return this;
  }

  Settings sweep(Duration every) {
    sweep = every;
    return this;
  }

  Settings ticketPause(Duration pause) {
    ticketPause = pause;
    return this;
  }

  Settings progressPause(Duration pause) {
    progressPause = pause;
    return this;
  }

  Settings relay(Duration every) {
    relay = every;
    return this;
  }

  Settings deletedLife(Duration life) {
    deletedLife = life;
    return this;
  }

  Settings tenant(TenantLimits limits) {
    tenant = limits;
    return this;
  }

  Settings stragglers(StragglerRule rule) {
    stragglers = rule;
    return this;
  }

  Settings costs(CostsConfig config) {
    costs = config;
    return this;
  }

  Settings schedule(ScheduleConfig config) {
    schedule = config;
    return this;
  }

  Settings batch(BatchConfig config) {
    batch = config;
    return this;
  }

  OrchestrationConfig build() {
    return new OrchestrationConfig(
        "video-generation",
        workflows,
        lease,
        sweep,
        ticketPause,
        progressPause,
        relay,
        deletedLife,
        tenant,
        stragglers,
        costs,
        batch,
        schedule);
  }
}
