package io.moneyprinter.codecs.notification;

import java.util.Objects;

/**
 * A webhook with its new secret, which is shown this once.
 *
 * @param secret {@code whsec_} and the key in Base64, as Standard Webhooks has it
 */
public record WebhookSecret(Webhook webhook, String secret) {
  public WebhookSecret {
    Objects.requireNonNull(webhook, "webhook");
    Objects.requireNonNull(secret, "secret");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "WebhookSecret[" + webhook.id() + "]";
  }
}
