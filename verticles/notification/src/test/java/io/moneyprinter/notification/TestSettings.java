package io.moneyprinter.notification;

import io.moneyprinter.notification.mail.EmailConfig;
import io.moneyprinter.notification.push.PushConfig;
import io.moneyprinter.notification.webhook.WebhookConfig;
import io.moneyprinter.platform.mail.SmtpConfig;
import io.moneyprinter.platform.node.Node;
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

  private static final SmtpConfig NO_SMTP =
      new SmtpConfig(
          Optional.empty(),
          25,
          Optional.empty(),
          Optional.empty(),
          SmtpConfig.Security.NONE,
          "moneyprinter@example.org");

  private TestSettings() {}

  /** A service that sends no e-mails. */
  static NotificationVerticle verticle(NotificationConfig config, Node node) {
    return verticle(config, NO_SMTP, node);
  }

  static NotificationVerticle verticle(NotificationConfig config, SmtpConfig smtp, Node node) {
    return new NotificationVerticle(config, smtp, "https://videos.example.org", node);
  }

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
        new EmailConfig(Optional.empty(), Duration.ofMillis(100)),
        webhooks,
        new PushConfig(Optional.empty(), Duration.ofHours(6), Duration.ofMillis(20)));
  }
}
