package io.moneyprinter.notification.webhook;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an operator decides about webhooks. */
public record WebhookConfig(
    @Setting(doc = "How long the other side may take for its answer.", value = "15s")
        Duration timeLimit,
    @Setting(
            doc = "Pauses before a message that did not arrive is sent once more.",
            value = "5s, 5m, 30m, 2h, 5h, 10h, 14h")
        List<String> retries,
    @Setting(
            doc = "A webhook to which nothing could be delivered for so long is switched off.",
            value = "5d")
        Duration disableAfter,
    @Setting(doc = "How long messages and what was answered are kept.", value = "30d")
        Duration keep,
    @Setting(
            doc =
                "Names and addresses that webhooks may go to although they are not on the public"
                    + " internet; only there is http taken as well as https.")
        List<String> privateHosts,
    @Setting(doc = "Webhooks that a tenant may have.", value = "20", min = 1, max = 1000)
        int most) {
  private static final Pattern PAUSE = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  public WebhookConfig {
    retries = List.copyOf(retries);
    privateHosts = List.copyOf(privateHosts);
    retries.forEach(WebhookConfig::pause);
  }

  /** The pauses in their order. */
  List<Duration> pauses() {
    return retries.stream().map(WebhookConfig::pause).toList();
  }

  private static Duration pause(String text) {
    Matcher m = PAUSE.matcher(text.strip());
    if (!m.matches()) {
      throw new IllegalArgumentException("retries takes times such as 5s or 2h, not " + text);
    }
    long amount = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
