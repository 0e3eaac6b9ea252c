package io.moneyprinter.codecs.notification;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Topic;

/** Everything the notification service answers. */
public final class NotificationMessages {
  public static final Endpoint<RecordEvents, EventsRecorded> RECORD =
      new Endpoint<>("notification.record", RecordEvents.class, EventsRecorded.class);

  public static final Endpoint<ReplayEvents, EventList> REPLAY =
      new Endpoint<>("notification.replay", ReplayEvents.class, EventList.class);

  public static final Endpoint<RaiseNotice, NoticeRaised> RAISE =
      new Endpoint<>("notification.raise", RaiseNotice.class, NoticeRaised.class);

  public static final Endpoint<ListNotices, NoticeList> LIST =
      new Endpoint<>("notification.list", ListNotices.class, NoticeList.class);

  public static final Endpoint<MarkNotices, UnreadCount> MARK =
      new Endpoint<>("notification.mark", MarkNotices.class, UnreadCount.class);

  public static final Endpoint<DeleteNotices, UnreadCount> DELETE =
      new Endpoint<>("notification.delete", DeleteNotices.class, UnreadCount.class);

  public static final Endpoint<TakeMissed, NoticeList> MISSED =
      new Endpoint<>("notification.missed", TakeMissed.class, NoticeList.class);

  public static final Endpoint<NoteShown, UnreadCount> SHOWN =
      new Endpoint<>("notification.shown", NoteShown.class, UnreadCount.class);

  public static final Endpoint<GetNoticePreferences, NoticePreferences> PREFERENCES =
      new Endpoint<>(
          "notification.preferences", GetNoticePreferences.class, NoticePreferences.class);

  /** Fails with {@code CONFLICT} when somebody else was quicker. */
  public static final Endpoint<PutNoticePreferences, NoticePreferences> PUT_PREFERENCES =
      new Endpoint<>(
          "notification.put-preferences", PutNoticePreferences.class, NoticePreferences.class);

  /** Needs no caller: the token says whom it is about. */
  public static final Endpoint<Unsubscribe, Unsubscribed> UNSUBSCRIBE =
      new Endpoint<>("notification.unsubscribe", Unsubscribe.class, Unsubscribed.class);

  public static final Topic<Noticed> NOTICED = new Topic<>("notification.noticed", Noticed.class);

  private NotificationMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("notification.EventsRecorded.v1", EventsRecorded.class);
    types.add("notification.EventList.v1", EventList.class);
    types.add("notification.NoticeRaised.v1", NoticeRaised.class);
    types.add("notification.NoticeList.v1", NoticeList.class);
    types.add("notification.UnreadCount.v1", UnreadCount.class);
    types.add("notification.NoticePreferences.v1", NoticePreferences.class);
    types.add("notification.Noticed.v1", Noticed.class);
    types.add("notification.Unsubscribed.v1", Unsubscribed.class);
    types.add(RECORD, "notification.RecordEvents.v1");
    types.add(REPLAY, "notification.ReplayEvents.v1");
    types.add(RAISE, "notification.RaiseNotice.v1");
    types.add(LIST, "notification.ListNotices.v1");
    types.add(MARK, "notification.MarkNotices.v1");
    types.add(DELETE, "notification.DeleteNotices.v1");
    types.add(MISSED, "notification.TakeMissed.v1");
    types.add(SHOWN, "notification.NoteShown.v1");
    types.add(PREFERENCES, "notification.GetNoticePreferences.v1");
    types.add(PUT_PREFERENCES, "notification.PutNoticePreferences.v1");
    types.add(UNSUBSCRIBE, "notification.Unsubscribe.v1");
    WebhookMessages.catalogue(types);
    PushMessages.catalogue(types);
  }
}
