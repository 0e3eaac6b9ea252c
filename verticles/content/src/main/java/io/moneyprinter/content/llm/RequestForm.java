package io.moneyprinter.content.llm;

import java.util.Locale;
import java.util.Optional;

/**
 * Which of the optional parts a request is made with. Servers that call themselves compatible know
 * different ones and say 400 to the rest, so what is refused is left out and asked again.
 *
 * @param schema whether the answer's JSON schema is sent as {@code response_format}
 * @param temperature whether {@code temperature} is sent; reasoning models refuse it
 * @param newLimit whether the limit is called {@code max_completion_tokens}, as newer OpenAI models
 *     demand, or {@code max_tokens}, as everybody else does
 */
record RequestForm(boolean schema, boolean temperature, boolean newLimit) {
  static final RequestForm FULL = new RequestForm(true, true, false);

  /**
   * The form to try after a refusal.
   *
   * @param complaint the parameter the server named, or else its whole message
   * @return empty when there is nothing left to give up
   */
  Optional<RequestForm> after(String complaint) {
    String said = complaint.toLowerCase(Locale.ROOT);
    if (said.contains("max_tokens") && !newLimit) {
      return Optional.of(new RequestForm(schema, temperature, true));
    }
    if (said.contains("temperature") && temperature) {
      return Optional.of(new RequestForm(schema, false, newLimit));
    }
    return schema ? Optional.of(new RequestForm(false, temperature, newLimit)) : Optional.empty();
  }
}
