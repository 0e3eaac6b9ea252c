package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.orchestration.JobEvent;

/**
 * What the server says on a socket: exactly one field is there.
 *
 * @param event something happened
 * @param subscribed id of the job that is followed from now on
 * @param ended id of the job that has ended, or is followed no longer
 * @param refused what could not be done
 */
record SocketMessage(JobEvent event, String subscribed, String ended, Refused refused) {
  /**
   * @param job id that was asked for; may be {@code null}
   * @param type the problem's URN, as over HTTP
   */
  record Refused(String job, String type, String detail) {}

  static SocketMessage event(JobEvent event) {
    return new SocketMessage(event, null, null, null);
  }

  static SocketMessage subscribed(String job) {
    return new SocketMessage(null, job, null, null);
  }

  static SocketMessage ended(String job) {
    return new SocketMessage(null, null, job, null);
  }

  static SocketMessage refused(Refused refused) {
    return new SocketMessage(null, null, null, refused);
  }
}
