package io.moneyprinter.codecs.audit;

import java.util.List;

/**
 * Some records of the audit log, newest first.
 *
 * @param next what to ask for as {@code before} for older ones; {@code null} when there are none
 */
public record AuditPage(List<AuditEntry> entries, Long next) {
  public AuditPage {
    entries = entries == null ? List.of() : List.copyOf(entries);
  }
}
