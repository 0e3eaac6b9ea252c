package io.moneyprinter.codecs.audit;

import java.time.Instant;

/**
 * Asks for records of the audit log, newest first.
 *
 * @param limit 1 to {@value #MOST}
 * @param before only records with a smaller sequence; {@code null} for the newest
 * @param action only this action, or all of a kind when it ends in {@code .*}
 * @param from only those at this time or later
 * @param until only those before this time
 */
public record ListAudit(
    int limit,
    Long before,
    String action,
    AuditOutcome outcome,
    String tenant,
    String actor,
    String target,
    String address,
    Instant from,
    Instant until) {
  /** Most records of one answer. */
  public static final int MOST = 500;

  public ListAudit {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
    }
  }
}
