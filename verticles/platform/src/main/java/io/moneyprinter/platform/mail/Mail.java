package io.moneyprinter.platform.mail;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A letter.
 *
 * @param recipient e-mail address
 * @param body plain text
 * @param html the same for those who want it nicer
 * @param headers further ones, by name
 */
public record Mail(
    String recipient,
    String subject,
    String body,
    Optional<String> html,
    Map<String, String> headers) {
  public Mail {
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
    headers = Map.copyOf(headers);
  }

  /** One in plain text. */
  public Mail(String recipient, String subject, String body) {
    this(recipient, subject, body, Optional.empty(), Map.of());
  }

  /** Never shows the body: it may hold a link that opens an account. */
  @Override
  public String toString() {
    return "Mail[" + subject + "]";
  }
}
