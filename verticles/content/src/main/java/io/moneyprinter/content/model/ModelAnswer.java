package io.moneyprinter.content.model;

import java.util.List;
import java.util.Objects;

/**
 * What a model answered.
 *
 * @param text its words as they came
 * @param inputTokens tokens of the question as the server counts them; 0 where it does not say
 * @param outputTokens tokens of the answer, thoughts included; 0 where it does not say
 * @param cutOff whether it was stopped at the allowed number of tokens
 * @param writer who answered: name of the provider and of the model, {@code groq:llama-3.3-70b}
 * @param notes what went wrong with those asked before, a sentence each
 */
public record ModelAnswer(
    String text,
    int inputTokens,
    int outputTokens,
    boolean cutOff,
    String writer,
    List<String> notes) {
  public ModelAnswer {
    Objects.requireNonNull(text, "text");
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  ModelAnswer(String text, int inputTokens, int outputTokens, boolean cutOff, String writer) {
    this(text, inputTokens, outputTokens, cutOff, writer, List.of());
  }

  /** Of question and answer together. */
  public int tokens() {
    return inputTokens + outputTokens;
  }

  ModelAnswer by(String who) {
    return new ModelAnswer(text, inputTokens, outputTokens, cutOff, who);
  }

  ModelAnswer after(List<String> failures) {
    return new ModelAnswer(text, inputTokens, outputTokens, cutOff, writer, failures);
  }
}
