package io.moneyprinter.codecs.users;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Who is calling and what it may do.
 *
 * @param scopes such as {@code videos:write}
 * @param validUntil how long the answer may be remembered
 * @param tier what the tenant may use, such as {@code free}; {@code null} for the usual
 * @param session that it is logged in by; {@code null} for keys and the owner of this machine
 */
public record Caller(
    String tenant,
    String subject,
    List<String> scopes,
    Instant validUntil,
    String tier,
    String session) {
  public Caller {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(validUntil, "validUntil");
    scopes = scopes == null ? List.of() : List.copyOf(scopes);
  }

  /** A caller without a session. */
  public Caller(
      String tenant, String subject, List<String> scopes, Instant validUntil, String tier) {
    this(tenant, subject, scopes, validUntil, tier, null);
  }

  /** A caller of the usual tier, without a session. */
  public Caller(String tenant, String subject, List<String> scopes, Instant validUntil) {
    this(tenant, subject, scopes, validUntil, null, null);
  }

  /** Whether it holds a permission, or one that this is a part of. */
  public boolean may(Permission permission) {
    return permission.among(scopes);
  }
}
