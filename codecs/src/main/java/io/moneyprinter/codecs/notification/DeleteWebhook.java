package io.moneyprinter.codecs.notification;

import java.util.Objects;

/** Takes a webhook away, with its log. */
public record DeleteWebhook(String id) {
  public DeleteWebhook {
    Objects.requireNonNull(id, "id");
  }
}
