package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.DeliveryList;
import io.moneyprinter.codecs.notification.ListDeliveries;
import io.moneyprinter.codecs.notification.ReplayDeliveries;
import io.moneyprinter.codecs.notification.ReplayedDeliveries;
import io.moneyprinter.codecs.notification.TestWebhook;
import io.moneyprinter.codecs.notification.WebhookDelivery;
import io.vertx.core.Future;
import java.util.UUID;

/** Where tenants see how it went with their messages, and have them sent again. */
final class DeliveryDesk {
  private static final int MOST = 100;

  private final WebhookDesk webhooks;
  private final DeliveryStore store;
  private final WebhookSender sender;

  DeliveryDesk(WebhookDesk webhooks, DeliveryStore store, WebhookSender sender) {
    this.webhooks = webhooks;
    this.store = store;
    this.sender = sender;
  }

  Future<DeliveryList> list(ListDeliveries wish) {
    if (wish.limit() < 1 || wish.limit() > MOST) {
      throw ServiceFailure.invalid("/limit", "must be 1 to " + MOST);
    }
    return webhooks
        .row(wish.webhook())
        .compose(webhook -> store.list(webhook.id(), wish.before(), wish.state(), wish.limit() + 1))
        .map(
            found -> {
              boolean more = found.size() > wish.limit();
              return new DeliveryList(more ? found.subList(0, wish.limit()) : found, more);
            });
  }

  Future<ReplayedDeliveries> replay(ReplayDeliveries wish) {
    UUID message = wish.delivery() == null ? null : message(wish.delivery());
    return webhooks
        .row(wish.webhook())
        .compose(
            webhook -> {
              if (!webhook.enabled()) {
                throw ServiceFailure.conflict(
                    "The webhook is switched off; switch it on, then replay");
              }
              return store.replay(webhook.id(), message);
            })
        .map(
            count -> {
              if (message != null && count == 0) {
                throw ServiceFailure.notFound(
                    "The webhook has no such message, or it waits to be sent already");
              }
              sender.wake();
              return new ReplayedDeliveries(count);
            });
  }

  /** May be asked of a webhook that is switched off, to see whether it works again. */
  Future<WebhookDelivery> test(TestWebhook wish) {
    return webhooks
        .row(wish.id())
        .compose(sender::test)
        .compose(store::one)
        .map(found -> found.orElseThrow(() -> ServiceFailure.notFound("There is no such webhook")));
  }

  private static UUID message(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.invalid("/delivery", text + " is no id of a message");
    }
  }
}
