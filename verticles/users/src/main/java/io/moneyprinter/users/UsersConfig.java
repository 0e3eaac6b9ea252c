package io.moneyprinter.users;

import io.moneyprinter.platform.mail.SmtpConfig;
import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.users.oidc.OpenIdConfig;
import io.moneyprinter.users.password.PasswordConfig;
import java.time.Duration;
import java.util.Map;

/** What an operator decides about people and credentials. */
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
        Duration keyLifetime,
    @Setting(
            doc =
                "How long a new key is published before it signs; others may keep the list of keys"
                    + " for half of that.",
            value = "10m")
        Duration keyLead,
    @Setting(
            doc = "How long somebody stays logged in, as long as the tokens are renewed.",
            value = "30d")
        Duration sessionLifetime,
    @Setting(
            doc =
                "Who may make an account: with invited, whom an admin invites; with open, everybody"
                    + " with an e-mail address, in a tenant of their own.",
            value = "invited")
        RegistrationMode registration,
    @Setting(
            doc =
                "Where people reach the page, without a slash at its end; links in letters lead"
                    + " there.",
            value = UsersConfig.LOCAL)
        String publicUrl,
    PasswordConfig password,
    SmtpConfig smtp,
    OpenIdConfig openId,
    Map<String, TierConfig> tiers) {
  private static final String LOCAL = "http://localhost:8000";

  /** Who may make an account. */
  public enum RegistrationMode {
    INVITED,
    OPEN
  }

  public UsersConfig {
    if (tokenLifetime.compareTo(Duration.ofSeconds(10)) < 0
        || tokenLifetime.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("token-lifetime must be 10s to 24h");
    }
    if (keyLifetime.compareTo(tokenLifetime.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "key-lifetime must be at least twice token-lifetime, or tokens outlive their key");
    }
    if (keyLead.compareTo(Duration.ofMillis(100)) < 0
        || keyLead.multipliedBy(2).compareTo(keyLifetime) > 0) {
      throw new IllegalArgumentException("key-lead must be 100ms to half of key-lifetime");
    }
    if (sessionLifetime.compareTo(tokenLifetime) < 0) {
      throw new IllegalArgumentException("session-lifetime must be at least token-lifetime");
    }
    if (!publicUrl.matches("https?://[^/?#\\s]+[^?#\\s]*(?<!/)")) {
      throw new IllegalArgumentException(
          "public-url must be like https://videos.example.org, without a slash at its end");
    }
  }

  /**
   * The same where people reach the page at another port of this machine; nothing changes where the
   * address was set.
   *
   * @param port 0 where it is not known
   */
  public UsersConfig reachedAt(int port) {
    if (port == 0 || !publicUrl.equals(LOCAL)) {
      return this;
    }
    return new UsersConfig(
        issuer,
        audience,
        tokenLifetime,
        keyLifetime,
        keyLead,
        sessionLifetime,
        registration,
        "http://localhost:" + port,
        password,
        smtp,
        openId,
        tiers);
  }
}
