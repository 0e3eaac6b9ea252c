package io.moneyprinter.codecs.audit;

import java.util.Objects;

/**
 * What a check of the audit log found.
 *
 * @param records how many there are
 * @param intact whether nothing was changed, removed, inserted, put in another order or cut off
 * @param firstBad sequence of the first record that is not as it was written, or is missing; {@code
 *     null} when it is intact
 * @param finding the same in words
 * @param head hash of the last record, to be compared with one that was noted elsewhere
 */
public record AuditVerdict(
    long records, boolean intact, Long firstBad, String finding, String head) {
  public AuditVerdict {
    Objects.requireNonNull(finding, "finding");
  }
}
