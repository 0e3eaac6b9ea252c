package io.moneyprinter.codecs.notification;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import java.time.Duration;

/** What the notification service answers about webhooks; all act on the caller's tenant. */
public final class WebhookMessages {
  public static final Endpoint<CreateWebhook, WebhookSecret> CREATE =
      new Endpoint<>("webhook.create", CreateWebhook.class, WebhookSecret.class);

  public static final Endpoint<GetWebhook, Webhook> GET =
      new Endpoint<>("webhook.get", GetWebhook.class, Webhook.class);

  public static final Endpoint<ListWebhooks, WebhookList> LIST =
      new Endpoint<>("webhook.list", ListWebhooks.class, WebhookList.class);

  public static final Endpoint<EditWebhook, Webhook> EDIT =
      new Endpoint<>("webhook.edit", EditWebhook.class, Webhook.class);

  public static final Endpoint<DeleteWebhook, Webhook> DELETE =
      new Endpoint<>("webhook.delete", DeleteWebhook.class, Webhook.class);

  public static final Endpoint<RotateWebhook, WebhookSecret> ROTATE =
      new Endpoint<>("webhook.rotate", RotateWebhook.class, WebhookSecret.class);

  /** Answered when the other side has answered, or did not in time. */
  public static final Endpoint<TestWebhook, WebhookDelivery> TEST =
      new Endpoint<>(
          "webhook.test", TestWebhook.class, WebhookDelivery.class, Duration.ofSeconds(60));

  public static final Endpoint<ListDeliveries, DeliveryList> DELIVERIES =
      new Endpoint<>("webhook.deliveries", ListDeliveries.class, DeliveryList.class);

  public static final Endpoint<ReplayDeliveries, ReplayedDeliveries> REPLAY =
      new Endpoint<>("webhook.replay", ReplayDeliveries.class, ReplayedDeliveries.class);

  private WebhookMessages() {}

  static void catalogue(MessageCatalogue.Builder types) {
    types.add("webhook.Webhook.v1", Webhook.class);
    types.add("webhook.WebhookSecret.v1", WebhookSecret.class);
    types.add("webhook.WebhookList.v1", WebhookList.class);
    types.add("webhook.WebhookDelivery.v1", WebhookDelivery.class);
    types.add("webhook.DeliveryList.v1", DeliveryList.class);
    types.add("webhook.ReplayedDeliveries.v1", ReplayedDeliveries.class);
    types.add(CREATE, "webhook.CreateWebhook.v1");
    types.add(GET, "webhook.GetWebhook.v1");
    types.add(LIST, "webhook.ListWebhooks.v1");
    types.add(EDIT, "webhook.EditWebhook.v1");
    types.add(DELETE, "webhook.DeleteWebhook.v1");
    types.add(ROTATE, "webhook.RotateWebhook.v1");
    types.add(TEST, "webhook.TestWebhook.v1");
    types.add(DELIVERIES, "webhook.ListDeliveries.v1");
    types.add(REPLAY, "webhook.ReplayDeliveries.v1");
  }
}
