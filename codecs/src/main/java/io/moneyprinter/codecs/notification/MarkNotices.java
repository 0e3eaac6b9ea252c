package io.moneyprinter.codecs.notification;

import java.util.List;

/**
 * Marks notices of the caller as read or unread.
 *
 * @param ids of the notices; {@code null} for all
 * @param upTo with all: only those up to this number, so that none is marked that was not seen;
 *     {@code null} for all
 */
public record MarkNotices(List<String> ids, Long upTo, boolean read) {
  public MarkNotices {
    ids = ids == null ? null : List.copyOf(ids);
  }
}
