package io.moneyprinter.codecs.users;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Who is calling and what it may do.
 *
 * @param scopes such as {@code videos:write}
 * @param validUntil how long the answer may be remembered
 */
public record Caller(String tenant, String subject, List<String> scopes, Instant validUntil) {
  public Caller {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(validUntil, "validUntil");
    scopes = scopes == null ? List.of() : List.copyOf(scopes);
  }

  public boolean may(String scope) {
    return scopes.contains(scope);
  }
}
