package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.Noticed;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells open pages, on whichever node they are, and holds ready what none of them was sent. */
final class LiveNotices {
  private static final Logger LOG = LoggerFactory.getLogger(LiveNotices.class);

  private final EventBus bus;
  private final NoticeStore store;
  private final OfflineStore offline;

  LiveNotices(EventBus bus, NoticeStore store, OfflineStore offline) {
    this.bus = bus;
    this.store = store;
    this.offline = offline;
  }

  /**
   * Tells of a new notice.
   *
   * @param atOnce whether pages are to show it, or only to count it
   */
  void tell(Notice notice, boolean atOnce) {
    offline
        .add(notice)
        .compose(held -> count(notice.tenant(), notice.subject(), atOnce ? notice : null))
        .onFailure(cause -> LOG.warn("Open pages were not told: {}", cause.getMessage()));
  }

  /** Tells how many are unread, after something was read or taken away. */
  Future<Integer> count(String tenant, String subject) {
    return count(tenant, subject, null);
  }

  private Future<Integer> count(String tenant, String subject, Notice fresh) {
    return store
        .unread(tenant, subject)
        .onSuccess(
            unread ->
                NotificationMessages.NOTICED.publish(
                    bus, new Noticed(tenant, subject, fresh, unread)));
  }
}
