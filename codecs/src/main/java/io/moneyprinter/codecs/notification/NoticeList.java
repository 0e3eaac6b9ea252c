package io.moneyprinter.codecs.notification;

import java.util.List;

/**
 * Notices of one person, newest first.
 *
 * @param unread how many of all are unread
 * @param more whether there are older ones
 */
public record NoticeList(List<Notice> notices, int unread, boolean more) {
  public NoticeList {
    notices = notices == null ? List.of() : List.copyOf(notices);
  }
}
