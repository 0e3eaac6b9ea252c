package io.moneyprinter.codecs.users;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All that the users service knows of somebody, without secrets.
 *
 * @param issuers at which the account is known (OpenID Connect)
 */
public record AccountExport(
    Instant exportedAt,
    Profile profile,
    List<Session> sessions,
    List<ApiKeyInfo> keys,
    List<String> issuers,
    Quota quota) {
  public AccountExport {
    Objects.requireNonNull(exportedAt, "exportedAt");
    Objects.requireNonNull(profile, "profile");
    sessions = sessions == null ? List.of() : List.copyOf(sessions);
    keys = keys == null ? List.of() : List.copyOf(keys);
    issuers = issuers == null ? List.of() : List.copyOf(issuers);
  }
}
