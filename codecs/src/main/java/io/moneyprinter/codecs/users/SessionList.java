package io.moneyprinter.codecs.users;

import java.util.List;

/** Open sessions, the latest used first. */
public record SessionList(List<Session> sessions) {
  public SessionList {
    sessions = sessions == null ? List.of() : List.copyOf(sessions);
  }
}
