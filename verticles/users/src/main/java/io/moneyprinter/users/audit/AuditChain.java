package io.moneyprinter.users.audit;

import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.codecs.audit.RecordAudit;
import java.time.Instant;

/** How one record follows another, and whether it does. */
final class AuditChain {
  /** Uses of marks. */
  static final String RECORD = "record";

  static final String HEAD = "head";
  static final String CHECKPOINT = "checkpoint";

  private final AuditKeys keys;

  AuditChain(AuditKeys keys) {
    this.keys = keys;
  }

  SealedEntry seal(
      RecordAudit action, String correlationId, long sequence, Instant at, byte[] previous) {
    AuditEntry open = entry(action, correlationId, sequence, at, previous, new byte[0]);
    byte[] hash = AuditHash.of(previous, open);
    return new SealedEntry(
        entry(action, correlationId, sequence, at, previous, hash), keys.mark(RECORD, hash));
  }

  private static AuditEntry entry(
      RecordAudit action,
      String correlationId,
      long sequence,
      Instant at,
      byte[] previous,
      byte[] hash) {
    return new AuditEntry(
        sequence,
        action.id(),
        at,
        action.action(),
        action.outcome(),
        action.tenant(),
        action.actor(),
        action.target(),
        action.address(),
        correlationId,
        action.details(),
        SealedEntry.hex(previous),
        SealedEntry.hex(hash));
  }

  /**
   * What is wrong with a record; {@code null} when it is as it was written.
   *
   * @param expected the sequence that it should have
   * @param previous the hash of the one before it
   */
  String fault(SealedEntry record, long expected, byte[] previous) {
    AuditEntry entry = record.entry();
    if (entry.sequence() != expected) {
      return "is missing; the next one is " + entry.sequence();
    }
    byte[] hash = AuditHash.of(previous, entry);
    if (!SealedEntry.hex(previous).equals(entry.previousHash())) {
      return "does not follow the one before it: it was put there, or in another order";
    }
    if (!SealedEntry.hex(hash).equals(entry.hash())) {
      return "was changed, or put there in another order";
    }
    if (!keys.knows(record.mark().keyId())) {
      return "is marked by the key "
          + record.mark().keyId()
          + ", which this node does not have: it was put there, or security.audit.key lacks a key";
    }
    return keys.right(RECORD, hash, record.mark())
        ? null
        : "was not written by this installation: its mark is wrong";
  }
}
