package io.moneyprinter.content.model;

import io.vertx.core.Future;

/** Something that answers questions in words. Safe to use from any thread. */
public interface LanguageModel {
  /** Provider and model, such as {@code groq:llama-3.3-70b-versatile}; no secret is in it. */
  String id();

  /**
   * Asks. Fails with {@code INVALID} naming the setting when one is wrong, or naming the pointer
   * {@code /topic} when the model declines; {@code QUOTA} when the account is used up; {@code
   * UNAVAILABLE} when a later try may succeed.
   */
  Future<ModelAnswer> ask(ModelRequest request);
}
