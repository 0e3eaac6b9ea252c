package io.moneyprinter.content.script;

/** An answer that holds no script; the message tells the model what was wrong with it. */
final class UnusableAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableAnswer(String problem) {
    super(problem);
  }
}
