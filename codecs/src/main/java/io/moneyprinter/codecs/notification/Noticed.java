package io.moneyprinter.codecs.notification;

import java.util.Objects;

/**
 * Somebody's notices changed.
 *
 * @param notice the new one, where it is to be shown at once; {@code null} when only the number of
 *     unread ones changed
 * @param unread how many of all are unread now
 */
public record Noticed(String tenant, String subject, Notice notice, int unread) {
  public Noticed {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(subject, "subject");
  }
}
