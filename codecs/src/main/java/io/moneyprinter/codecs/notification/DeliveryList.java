package io.moneyprinter.codecs.notification;

import java.util.List;

/** Messages to a webhook, newest first. */
public record DeliveryList(List<WebhookDelivery> deliveries, boolean more) {
  public DeliveryList {
    deliveries = deliveries == null ? List.of() : List.copyOf(deliveries);
  }
}
