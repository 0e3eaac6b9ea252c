package io.moneyprinter.codecs.notification;

import java.util.Objects;

/** Asks for a webhook of the caller's tenant. */
public record GetWebhook(String id) {
  public GetWebhook {
    Objects.requireNonNull(id, "id");
  }
}
