package io.moneyprinter.codecs.notification;

import java.util.List;

/** Webhooks, oldest first. */
public record WebhookList(List<Webhook> webhooks) {
  public WebhookList {
    webhooks = webhooks == null ? List.of() : List.copyOf(webhooks);
  }
}
