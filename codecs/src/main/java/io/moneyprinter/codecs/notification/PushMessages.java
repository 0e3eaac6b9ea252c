package io.moneyprinter.codecs.notification;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;

/** What the notification service answers about web push; all act on the caller's own browsers. */
public final class PushMessages {
  public static final Endpoint<ListPushSubscriptions, PushSubscriptions> LIST =
      new Endpoint<>("push.list", ListPushSubscriptions.class, PushSubscriptions.class);

  public static final Endpoint<AddPushSubscription, PushSubscription> ADD =
      new Endpoint<>("push.add", AddPushSubscription.class, PushSubscription.class);

  public static final Endpoint<DeletePushSubscription, PushSubscription> DELETE =
      new Endpoint<>("push.delete", DeletePushSubscription.class, PushSubscription.class);

  private PushMessages() {}

  static void catalogue(MessageCatalogue.Builder types) {
    types.add("push.PushSubscription.v1", PushSubscription.class);
    types.add("push.PushSubscriptions.v1", PushSubscriptions.class);
    types.add(LIST, "push.ListPushSubscriptions.v1");
    types.add(ADD, "push.AddPushSubscription.v1");
    types.add(DELETE, "push.DeletePushSubscription.v1");
  }
}
