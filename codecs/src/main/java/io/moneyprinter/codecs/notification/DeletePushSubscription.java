package io.moneyprinter.codecs.notification;

import java.util.Objects;

/** Has one of the caller's browsers not told any more. */
public record DeletePushSubscription(String id) {
  public DeletePushSubscription {
    Objects.requireNonNull(id, "id");
  }
}
