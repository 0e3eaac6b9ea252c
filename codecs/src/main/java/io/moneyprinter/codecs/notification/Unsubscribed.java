package io.moneyprinter.codecs.notification;

import java.util.List;

/**
 * @param kinds of which no e-mails are sent any more
 */
public record Unsubscribed(List<NoticeKind> kinds) {
  public Unsubscribed {
    kinds = kinds == null ? List.of() : List.copyOf(kinds);
  }
}
