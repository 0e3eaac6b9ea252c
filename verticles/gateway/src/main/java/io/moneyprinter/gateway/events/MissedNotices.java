package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.NoteShown;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeList;
import io.moneyprinter.codecs.notification.Noticed;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.TakeMissed;
import io.vertx.core.eventbus.EventBus;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a page what was told while none was open, and says what pages were sent. */
final class MissedNotices {
  private static final Logger LOG = LoggerFactory.getLogger(MissedNotices.class);

  private final EventBus bus;

  MissedNotices(EventBus bus) {
    this.bus = bus;
  }

  /** Sends what waits for the caller. Without the notification service the page just opens. */
  void send(CallContext caller, SocketWatch watch) {
    NotificationMessages.MISSED
        .ask(bus, new TakeMissed(), caller)
        .onSuccess(found -> send(found, caller, watch))
        .onFailure(cause -> LOG.debug("Nothing missed is shown: {}", cause.getMessage()));
  }

  private void send(NoticeList found, CallContext caller, SocketWatch watch) {
    if (found.notices().isEmpty()) {
      return;
    }
    found
        .notices()
        .forEach(
            notice ->
                watch.notice(
                    new Noticed(notice.tenant(), notice.subject(), notice, found.unread())));
    shown(found.notices(), caller);
  }

  /** These were sent to a page of the caller. */
  void shown(List<Notice> notices, CallContext caller) {
    NotificationMessages.SHOWN
        .ask(bus, new NoteShown(notices.stream().map(Notice::id).toList()), caller)
        .onFailure(cause -> LOG.debug("They will be sent again: {}", cause.getMessage()));
  }
}
