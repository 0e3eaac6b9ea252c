package io.moneyprinter.users.mail;

import java.util.Objects;

/**
 * A letter in plain text.
 *
 * @param recipient e-mail address
 */
public record Mail(String recipient, String subject, String body) {
  public Mail {
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
  }

  /** Never shows the body: it may hold a link that opens an account. */
  @Override
  public String toString() {
    return "Mail[" + subject + "]";
  }
}
