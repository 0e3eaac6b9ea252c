package io.moneyprinter.codecs.users;

import java.util.Objects;

/**
 * Changes the caller's password and ends its other sessions.
 *
 * @param sessionId the session that goes on; {@code null} to end all
 */
public record ChangePassword(String current, String fresh, String sessionId) {
  public ChangePassword {
    Objects.requireNonNull(current, "current");
    Objects.requireNonNull(fresh, "fresh");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "ChangePassword[]";
  }
}
