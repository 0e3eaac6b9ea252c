package io.moneyprinter.content.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a model is asked.
 *
 * @param messages system first, then user and assistant in turn; the last one is the user's
 * @param schema the form of the answer; {@code null} for free text
 * @param temperature 0 to 2
 * @param maxTokens most tokens of the answer
 * @param deadline until when an answer is of use
 * @param heard hears the answer's text as it grows, on an event loop; may be {@code null}
 */
public record ModelRequest(
    List<ChatMessage> messages,
    AnswerSchema schema,
    double temperature,
    int maxTokens,
    Instant deadline,
    Consumer<String> heard) {
  public ModelRequest {
    messages = List.copyOf(messages);
    Objects.requireNonNull(deadline, "deadline");
  }

  /** The same with other messages. */
  public ModelRequest with(List<ChatMessage> others) {
    return new ModelRequest(others, schema, temperature, maxTokens, deadline, heard);
  }
}
