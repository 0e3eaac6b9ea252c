package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Optional;

/** A way out of the house. What it takes is written in the transaction that makes the notices. */
public interface Outlet {
  /**
   * What is to be sent to one person.
   *
   * @param due when it may leave
   * @param digest whether it is put together with others
   */
  record Dispatch(Notice notice, Receiver receiver, Instant due, boolean digest) {}

  /** The way to people that this is; empty where it is none. */
  Optional<NoticeChannel> channel();

  /** Takes what is for one person. */
  default Future<?> take(SqlClient transaction, Dispatch dispatch) {
    return Future.succeededFuture();
  }

  /** Takes what is for nobody in particular. */
  default Future<?> take(SqlClient transaction, Incident incident) {
    return Future.succeededFuture();
  }

  /** There may be something to send. */
  void wake();
}
