package io.moneyprinter.codecs.notification;

import java.util.List;

/** Takes notices out of the caller's list; unknown ones do no harm. */
public record DeleteNotices(List<String> ids) {
  public DeleteNotices {
    ids = List.copyOf(ids);
  }
}
