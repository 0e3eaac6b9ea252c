package io.moneyprinter.codecs.audit;

import java.time.Instant;
import java.util.Map;

/**
 * A record of the audit log as it is kept; the fields are those of {@link RecordAudit}.
 *
 * @param at when it was written, to the microsecond, by the database's clock
 * @param correlationId of the request that did it
 * @param previousHash the hash of the record before it; 64 zeros for the first
 * @param hash SHA-256 over the previous hash and this record, in hexadecimal
 */
public record AuditEntry(
    long sequence,
    String id,
    Instant at,
    String action,
    AuditOutcome outcome,
    String tenant,
    String actor,
    String target,
    String address,
    String correlationId,
    Map<String, String> details,
    String previousHash,
    String hash) {
  public AuditEntry {
    details = details == null ? Map.of() : Map.copyOf(details);
  }
}
