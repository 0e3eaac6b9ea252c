package io.moneyprinter.codecs.notification;

import java.util.Objects;

/**
 * Wants no more e-mails of a kind, as whoever holds the letter.
 *
 * @param token of the letter's List-Unsubscribe address (RFC 8058)
 */
public record Unsubscribe(String token) {
  public Unsubscribe {
    Objects.requireNonNull(token, "token");
  }
}
