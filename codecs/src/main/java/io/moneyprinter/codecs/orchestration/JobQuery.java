package io.moneyprinter.codecs.orchestration;

import java.time.Instant;

/**
 * Which jobs are looked for, and in which order. Every part is optional; those given have to hold
 * together.
 *
 * @param text words, or beginnings of words, in any order, of title, topic, script and narration
 * @param since ordered then or later
 * @param until ordered before
 * @param language BCP 47 tag; {@code pt} finds {@code pt-BR} as well
 * @param template name of the template that the brief was filled in from
 * @param batch id of the batch it is a row of
 * @param deleted {@code true} for those that were deleted, instead of the others
 * @param sort {@link JobSort#NEWEST} when {@code null}
 */
public record JobQuery(
    String text,
    Instant since,
    Instant until,
    String language,
    String template,
    String batch,
    Boolean deleted,
    JobSort sort) {
  /** All that are not deleted, newest first. */
  public static JobQuery all() {
    return new JobQuery(null, null, null, null, null, null, null, null);
  }
}
