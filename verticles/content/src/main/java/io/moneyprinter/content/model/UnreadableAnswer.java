package io.moneyprinter.content.model;

/** What a server sent is no answer; the message is a clause that says why. */
final class UnreadableAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableAnswer(String problem) {
    super(problem);
  }
}
