package io.moneyprinter.notification.push;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** What an operator decides about web push. */
public record PushConfig(
    @Setting(
            doc =
                "Where makers of browsers reach who runs this installation, a mailto: or https:"
                    + " address; without one, the address that letters come from.")
        Optional<String> contact,
    @Setting(doc = "How long a push waits for a browser that is away; 0s to 28d.", value = "1d")
        Duration life,
    @Setting(
            doc = "Pause before a push that was not taken is tried again; then twice as long.",
            value = "1m")
        Duration firstPause) {
  private static final Duration LONGEST = Duration.ofDays(28);

  public PushConfig {
    if (contact.isPresent() && !contact.get().matches("(mailto:|https://)\\S+")) {
      throw new IllegalArgumentException(
          "notification.push.contact has to begin with mailto: or https://");
    }
    if (life.isNegative() || life.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("notification.push.life has to be 0s to 28d");
    }
    if (firstPause.toMillis() < 1) {
      throw new IllegalArgumentException("notification.push.first-pause has to be at least 1ms");
    }
  }
}
