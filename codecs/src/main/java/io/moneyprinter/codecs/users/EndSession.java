package io.moneyprinter.codecs.users;

import java.util.Objects;

/** Ends a session of the caller. */
public record EndSession(String sessionId) {
  public EndSession {
    Objects.requireNonNull(sessionId, "sessionId");
  }
}
