package io.moneyprinter.notification;

import io.moneyprinter.notification.mail.EmailConfig;
import io.moneyprinter.notification.push.PushConfig;
import io.moneyprinter.notification.webhook.WebhookConfig;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** Settings of the notification service. */
public record NotificationConfig(
    @Setting(doc = "How long events are kept for replay.", value = "30d") Duration keep,
    @Setting(doc = "How often events older than that are removed.", value = "1h")
        Duration sweepEvery,
    @Setting(doc = "How long a job's events stay in Redis after its latest one.", value = "1h")
        Duration recentLife,
    @Setting(
            doc = "Events of one job that are held in Redis, the latest ones; 1 to 10000.",
            value = "1000",
            min = 1,
            max = 10_000)
        int recentEvents,
    @Setting(doc = "How long people find notices in their list.", value = "90d")
        Duration keepNotices,
    @Setting(
            doc =
                "Key that secrets of webhooks and web push are encrypted with, 32 bytes in"
                    + " Base64, the same on all nodes; without one, a file of the data folder has"
                    + " one, which is enough for one node.",
            secret = true)
        Optional<String> secretKey,
    EmailConfig email,
    WebhookConfig webhooks,
    PushConfig push) {
  public NotificationConfig {
    if (sweepEvery.toMillis() < 1 || recentLife.toMillis() < 1) {
      throw new IllegalArgumentException("sweep-every and recent-life have to be at least 1ms");
    }
  }
}
