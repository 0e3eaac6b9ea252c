package io.moneyprinter.launcher.cli;

import java.util.Optional;

/** Somebody who may be asked. */
interface Terminal {
  /** Whether there is anybody. */
  boolean there();

  /**
   * Puts a question, and waits for a line.
   *
   * @return empty at the end of input
   */
  Optional<String> read(String question);

  /** The terminal that the program was started at, if it was started at one. */
  static Terminal ofProgram() {
    return new Terminal() {
      @Override
      public boolean there() {
        return System.console() != null;
      }

      @Override
      public Optional<String> read(String question) {
        return Optional.ofNullable(System.console().readLine("%s", question));
      }
    };
  }
}
