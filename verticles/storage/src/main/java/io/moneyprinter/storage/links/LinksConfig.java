package io.moneyprinter.storage.links;

import io.moneyprinter.platform.settings.Setting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Links by which files are handed out without a login. */
public record LinksConfig(
    @Setting(doc = "How long a link is good for when whoever makes it does not say.", value = "7d")
        Duration life,
    @Setting(doc = "The longest that a link may be good for.", value = "365d") Duration longest,
    @Setting(
            doc =
                "Name of the key below storage.links.keys that new links are signed by; a key that"
                    + " the service makes for itself, and keeps in its database, when empty")
        Optional<String> current,
    Map<String, Key> keys) {
  private static final int SHORTEST_SECRET = 32;

  /** One key; links that were signed by it are good as long as it is in the settings. */
  public record Key(
      @Setting(
              doc = "32 characters or more, as 'openssl rand -base64 32' makes them",
              secret = true)
          String secret) {
    public Key {
      if (secret.strip().length() < SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "secret takes 32 characters or more: make one with 'openssl rand -base64 32'");
      }
    }

    byte[] bytes() {
      return secret.strip().getBytes(StandardCharsets.UTF_8);
    }
  }

  public LinksConfig {
    if (life.compareTo(Duration.ofSeconds(1)) < 0 || longest.compareTo(life) < 0) {
      throw new IllegalArgumentException("life takes 1s or more, and longest no less than life");
    }
    if (current.isPresent() && !keys.containsKey(current.get())) {
      throw new IllegalArgumentException(
          "current names the key '" + current.get() + "', which keys does not have");
    }
    keys.keySet().stream()
        .filter(name -> !name.matches("[A-Za-z0-9_-]{1,40}"))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "keys takes names of letters, digits, _ and -, not '" + name + "'");
            });
  }

  /** A week, signed by a key of the service's own. */
  public static LinksConfig usual() {
    return new LinksConfig(Duration.ofDays(7), Duration.ofDays(365), Optional.empty(), Map.of());
  }
}
