package io.moneyprinter.users;

import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.platform.mail.SmtpConfig;
import io.moneyprinter.users.oidc.OpenIdConfig;
import io.moneyprinter.users.password.PasswordConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings for tests: passwords are hashed cheaply, letters go into the log. */
public final class TestConfig {
  static final PasswordConfig CHEAP = new PasswordConfig(1_024, 1, 10);
  static final SmtpConfig NO_SMTP =
      new SmtpConfig(
          Optional.empty(),
          25,
          Optional.empty(),
          Optional.empty(),
          SmtpConfig.Security.NONE,
          "videos@example.org");

  /** How soon a new signing key signs. */
  static final Duration LEAD = Duration.ofMillis(500);

  private TestConfig() {}

  public static UsersConfig usual() {
    return of(Duration.ofMinutes(15), Duration.ofDays(30));
  }

  static UsersConfig of(Duration tokenLifetime, Duration keyLifetime) {
    return with(tokenLifetime, keyLifetime, CHEAP, NO_SMTP, openId(Optional.empty(), false));
  }

  static UsersConfig with(PasswordConfig password, SmtpConfig smtp) {
    return with(password, smtp, openId(Optional.empty(), false));
  }

  static UsersConfig with(PasswordConfig password, SmtpConfig smtp, OpenIdConfig openId) {
    return with(Duration.ofMinutes(15), Duration.ofDays(30), password, smtp, openId);
  }

  static OpenIdConfig openId(Optional<String> issuer, boolean create) {
    return new OpenIdConfig(
        issuer,
        "moneyprinter",
        Optional.of("client secret"),
        List.of("openid", "email", "profile"),
        create,
        "local",
        Role.CREATOR);
  }

  private static UsersConfig with(
      Duration tokenLifetime,
      Duration keyLifetime,
      PasswordConfig password,
      SmtpConfig smtp,
      OpenIdConfig openId) {
    return new UsersConfig(
        "moneyprinter",
        "moneyprinter-api",
        tokenLifetime,
        keyLifetime,
        LEAD,
        Duration.ofDays(30),
        UsersConfig.RegistrationMode.OPEN,
        "https://videos.example.org",
        password,
        smtp,
        openId,
        Map.of("tiny", new TierConfig(2)));
  }
}
