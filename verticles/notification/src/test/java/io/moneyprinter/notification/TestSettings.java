package io.moneyprinter.notification;

import io.moneyprinter.notification.webhook.WebhookConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings for tests: the usual ones, with pauses that nobody has to wait for. */
final class TestSettings {
  private static final WebhookConfig WEBHOOKS =
      new WebhookConfig(
          Duration.ofSeconds(2),
          List.of("20ms", "20ms"),
          Duration.ofDays(5),
          Duration.ofDays(30),
          List.of("127.0.0.1"),
          3);

  private TestSettings() {}

  static NotificationConfig usual() {
    return with(WEBHOOKS);
  }

  static NotificationConfig with(WebhookConfig webhooks) {
    return of(Duration.ofDays(30), Duration.ofHours(1), Duration.ofHours(1), 1000, webhooks);
  }

  static NotificationConfig history(
      Duration keep, Duration sweepEvery, Duration recentLife, int recentEvents) {
    return of(keep, sweepEvery, recentLife, recentEvents, WEBHOOKS);
  }

  private static NotificationConfig of(
      Duration keep,
      Duration sweepEvery,
      Duration recentLife,
      int recentEvents,
      WebhookConfig webhooks) {
    return new NotificationConfig(
        keep,
        sweepEvery,
        recentLife,
        recentEvents,
        Duration.ofDays(90),
        Optional.empty(),
        webhooks);
  }
}
