package io.moneyprinter.codecs.notification;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;

/** Everything the notification service answers. */
public final class NotificationMessages {
  public static final Endpoint<RecordEvents, EventsRecorded> RECORD =
      new Endpoint<>("notification.record", RecordEvents.class, EventsRecorded.class);

  public static final Endpoint<ReplayEvents, EventList> REPLAY =
      new Endpoint<>("notification.replay", ReplayEvents.class, EventList.class);

  private NotificationMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("notification.EventsRecorded.v1", EventsRecorded.class);
    types.add("notification.EventList.v1", EventList.class);
    types.add(RECORD, "notification.RecordEvents.v1");
    types.add(REPLAY, "notification.ReplayEvents.v1");
  }
}
