package io.moneyprinter.users;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** What an operator decides about credentials. */
public record UsersConfig(
    @Setting(doc = "Issuer written into tokens, and the only one accepted.", value = "moneyprinter")
        String issuer,
    @Setting(
            doc = "Audience written into tokens, and the only one accepted.",
            value = "moneyprinter-api")
        String audience,
    @Setting(doc = "How long a token is good for.", value = "15m") Duration tokenLifetime,
    @Setting(
            doc =
                "Age at which the key that signs tokens is replaced; the one before it goes on"
                    + " verifying.",
            value = "30d")
        Duration keyLifetime) {
  public UsersConfig {
    if (tokenLifetime.compareTo(Duration.ofSeconds(10)) < 0
        || tokenLifetime.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("token-lifetime must be 10s to 24h");
    }
    if (keyLifetime.compareTo(tokenLifetime.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "key-lifetime must be at least twice token-lifetime, or tokens outlive their key");
    }
  }
}
