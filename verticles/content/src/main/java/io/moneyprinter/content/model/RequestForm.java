package io.moneyprinter.content.model;

import java.util.Locale;
import java.util.Optional;

/**
 * Which of the optional parts a request is made with. Servers that call themselves compatible know
 * different ones and say 400 to the rest, so what is refused is left out and asked again.
 *
 * @param schema whether the answer's JSON schema is sent
 * @param temperature whether {@code temperature} is sent; reasoning models refuse it
 * @param newLimit whether the limit is called {@code max_completion_tokens}, as newer OpenAI models
 *     demand, or {@code max_tokens}, as everybody else does
 * @param stream whether the answer is asked for in pieces
 */
record RequestForm(boolean schema, boolean temperature, boolean newLimit, boolean stream) {
  static final RequestForm FULL = new RequestForm(true, true, false, true);

  /**
   * The form to try after a refusal.
   *
   * @param complaint the parameter the server named, or else its whole message
   * @return empty when there is nothing left to give up
   */
  Optional<RequestForm> after(String complaint) {
    String said = complaint.toLowerCase(Locale.ROOT);
    if (said.contains("max_tokens") && !newLimit) {
      return Optional.of(new RequestForm(schema, temperature, true, stream));
    }
    if (said.contains("temperature") && temperature) {
      return Optional.of(new RequestForm(schema, false, newLimit, stream));
    }
    if (said.contains("stream") && stream) {
      return Optional.of(new RequestForm(schema, temperature, newLimit, false));
    }
    if (schema) {
      return Optional.of(new RequestForm(false, temperature, newLimit, stream));
    }
    return stream
        ? Optional.of(new RequestForm(false, temperature, newLimit, false))
        : Optional.empty();
  }
}
