package io.moneyprinter.codecs.notification;

import java.util.Objects;

/** Sends a test message to a webhook, at once and once. */
public record TestWebhook(String id) {
  public TestWebhook {
    Objects.requireNonNull(id, "id");
  }
}
