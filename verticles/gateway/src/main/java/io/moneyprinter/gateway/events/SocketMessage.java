package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.notification.Noticed;
import io.moneyprinter.codecs.orchestration.JobEvent;

/**
 * What the server says on a socket: exactly one field is there.
 *
 * @param event something happened
 * @param subscribed id of the job that is followed from now on
 * @param ended id of the job that has ended, or is followed no longer
 * @param refused what could not be done
 * @param watching what is told of from now on
 * @param notification something notable happened to a job of the tenant
 * @param setting a setting as it is now
 * @param notice the caller was told something, or the number of unread notices changed
 */
record SocketMessage(
    JobEvent event,
    String subscribed,
    String ended,
    Refused refused,
    SocketWatch.Subject watching,
    JobEvent notification,
    Setting setting,
    Noticed notice) {
  /**
   * @param job id that was asked for; may be {@code null}
   * @param type the problem's URN, as over HTTP
   */
  record Refused(String job, String type, String detail) {}

  static SocketMessage event(JobEvent event) {
    return new SocketMessage(event, null, null, null, null, null, null, null);
  }

  static SocketMessage subscribed(String job) {
    return new SocketMessage(null, job, null, null, null, null, null, null);
  }

  static SocketMessage ended(String job) {
    return new SocketMessage(null, null, job, null, null, null, null, null);
  }

  static SocketMessage refused(Refused refused) {
    return new SocketMessage(null, null, null, refused, null, null, null, null);
  }

  static SocketMessage watching(SocketWatch.Subject subject) {
    return new SocketMessage(null, null, null, null, subject, null, null, null);
  }

  static SocketMessage notification(JobEvent event) {
    return new SocketMessage(null, null, null, null, null, event, null, null);
  }

  static SocketMessage setting(Setting setting) {
    return new SocketMessage(null, null, null, null, null, null, setting, null);
  }

  static SocketMessage notice(Noticed noticed) {
    return new SocketMessage(null, null, null, null, null, null, null, noticed);
  }
}
