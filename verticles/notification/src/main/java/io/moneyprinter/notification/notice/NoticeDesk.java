package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.DeleteNotices;
import io.moneyprinter.codecs.notification.ListNotices;
import io.moneyprinter.codecs.notification.MarkNotices;
import io.moneyprinter.codecs.notification.NoteShown;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeList;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.codecs.notification.TakeMissed;
import io.moneyprinter.codecs.notification.UnreadCount;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** Where people see their notices; everything is about the caller's own. */
final class NoticeDesk {
  private static final int MOST = 100;

  private final NoticeStore store;
  private final OfflineStore offline;
  private final PreferenceStore preferences;
  private final LiveNotices live;

  NoticeDesk(
      NoticeStore store, OfflineStore offline, PreferenceStore preferences, LiveNotices live) {
    this.store = store;
    this.offline = offline;
    this.preferences = preferences;
    this.live = live;
  }

  /** Answers {@link io.moneyprinter.codecs.notification.NotificationMessages#LIST}. */
  Future<NoticeList> list(ListNotices wish) {
    if (wish.limit() < 1 || wish.limit() > MOST) {
      throw ServiceFailure.invalid("/limit", "must be 1 to " + MOST);
    }
    CallContext caller = CallContext.currentOrSystem();
    return language(caller, wish.language())
        .compose(
            language ->
                Future.all(
                    store.list(caller.tenant(), caller.subject(), wish, language),
                    store.unread(caller.tenant(), caller.subject())))
        .map(
            both -> {
              List<Notice> found = both.resultAt(0);
              boolean more = found.size() > wish.limit();
              return new NoticeList(
                  more ? found.subList(0, wish.limit()) : found, both.<Integer>resultAt(1), more);
            });
  }

  /** Redis is believed when it has as many as PostgreSQL. */
  Future<NoticeList> missed(TakeMissed wish) {
    CallContext caller = CallContext.currentOrSystem();
    String tenant = caller.tenant();
    String subject = caller.subject();
    return Future.all(
            store.missedCount(tenant, subject),
            offline.all(tenant, subject, MOST),
            store.unread(tenant, subject))
        .compose(
            all -> {
              int count = all.<Integer>resultAt(0);
              var held = all.<java.util.Optional<List<Notice>>>resultAt(1);
              int unread = all.<Integer>resultAt(2);
              boolean whole = held.isPresent() && held.get().size() == Math.min(count, MOST);
              return (whole ? Future.succeededFuture(held.get()) : stored(tenant, subject))
                  .map(notices -> new NoticeList(notices, unread, count > notices.size()));
            });
  }

  private Future<List<Notice>> stored(String tenant, String subject) {
    return preferences
        .of(tenant, subject)
        .map(NoticePreferences::language)
        .compose(language -> store.missed(tenant, subject, MOST, language));
  }

  Future<UnreadCount> shown(NoteShown wish) {
    CallContext caller = CallContext.currentOrSystem();
    return store
        .missed(caller.tenant(), caller.subject(), MOST, "en")
        .compose(
            missed ->
                offline.remove(
                    caller.tenant(),
                    caller.subject(),
                    missed.stream()
                        .filter(notice -> wish.ids().contains(notice.id()))
                        .map(Notice::number)
                        .toList()))
        .compose(gone -> store.shown(caller.tenant(), caller.subject(), ids(wish.ids())))
        .compose(
            changed ->
                store
                    .unread(caller.tenant(), caller.subject())
                    .map(unread -> new UnreadCount(unread, changed)));
  }

  /** What is read, or taken away, was not missed. */
  Future<UnreadCount> mark(MarkNotices wish) {
    CallContext caller = CallContext.currentOrSystem();
    UUID[] ids = wish.ids() == null ? null : ids(wish.ids());
    return store
        .mark(caller.tenant(), caller.subject(), wish, ids)
        .compose(changed -> changed(caller, changed));
  }

  Future<UnreadCount> delete(DeleteNotices wish) {
    CallContext caller = CallContext.currentOrSystem();
    return store
        .delete(caller.tenant(), caller.subject(), ids(wish.ids()))
        .compose(changed -> changed(caller, changed));
  }

  private Future<UnreadCount> changed(CallContext caller, int changed) {
    // Held copies are made anew from PostgreSQL when their number does not fit any more.
    return (changed == 0
            ? Future.<Void>succeededFuture()
            : offline.forget(caller.tenant(), caller.subject()))
        .compose(gone -> live.count(caller.tenant(), caller.subject()))
        .map(unread -> new UnreadCount(unread, changed));
  }

  private Future<String> language(CallContext caller, String wish) {
    return wish == null
        ? preferences.of(caller.tenant(), caller.subject()).map(NoticePreferences::language)
        : Future.succeededFuture(Wording.language(wish));
  }

  private static UUID[] ids(List<String> texts) {
    if (texts.size() > MOST) {
      throw ServiceFailure.invalid("/ids", "At most " + MOST + " at once, please");
    }
    return texts.stream()
        .map(
            text -> {
              try {
                return UUID.fromString(text);
              } catch (IllegalArgumentException e) {
                throw ServiceFailure.invalid("/ids", text + " is no id of a notice");
              }
            })
        .toArray(UUID[]::new);
  }
}
