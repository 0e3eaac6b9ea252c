package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.notification.Noticed;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.gateway.auth.Scope;
import java.util.function.Consumer;

/**
 * What one socket watches beside single jobs: the notable events of all jobs of its tenant, the
 * caller's own notices, and changes of settings. Live only; nothing is told again, but for notices
 * that no page has shown. Of one event loop.
 */
final class SocketWatch {
  /** What can be watched. */
  enum Subject {
    /** Notable events of all jobs of the tenant. */
    NOTIFICATIONS,
    /** What the caller is told. */
    NOTICES,
    SETTINGS
  }

  private final Caller caller;
  private final Consumer<SocketMessage> send;
  private boolean notifications;
  private boolean notices;
  private String prefix;

  SocketWatch(Caller caller, Consumer<SocketMessage> send) {
    this.caller = caller;
    this.send = send;
  }

  /**
   * Watches from now on; throws {@code FORBIDDEN} where the caller may not.
   *
   * @param keys only settings whose key begins so; {@code null} for all
   */
  void begin(Subject subject, String keys) {
    Scope needed =
        switch (subject) {
          case SETTINGS -> Scope.OWNER;
          case NOTICES -> Scope.ACCOUNT_READ;
          case NOTIFICATIONS -> Scope.VIDEOS_READ;
        };
    if (!needed.heldBy(caller)) {
      throw new ServiceFailure(
          FailureCode.FORBIDDEN, "This needs the scope '" + needed.word() + "'");
    }
    switch (subject) {
      case NOTIFICATIONS -> notifications = true;
      case NOTICES -> notices = true;
      case SETTINGS -> prefix = keys == null ? "" : keys;
    }
    send.accept(SocketMessage.watching(subject));
  }

  void end(Subject subject) {
    switch (subject) {
      case NOTIFICATIONS -> notifications = false;
      case NOTICES -> notices = false;
      case SETTINGS -> prefix = null;
    }
  }

  void job(JobEvent event) {
    if (notifications && event.tenant().equals(caller.tenant()) && notable(event)) {
      send.accept(SocketMessage.notification(event));
    }
  }

  /** What somebody would want to know who looks at something else. */
  private static boolean notable(JobEvent event) {
    return JobEnd.endsJob(event) || event.type() == JobEvent.Type.JOB_CREATED;
  }

  /** Hands on what somebody was told; whether it was for the caller. */
  boolean notice(Noticed noticed) {
    boolean own =
        notices
            && noticed.tenant().equals(caller.tenant())
            && noticed.subject().equals(caller.subject());
    if (own) {
      send.accept(SocketMessage.notice(noticed));
    }
    return own;
  }

  void setting(Setting changed) {
    if (prefix != null && changed.key().startsWith(prefix)) {
      send.accept(SocketMessage.setting(changed));
    }
  }
}
