package io.moneyprinter.launcher.cli;

/** What happens when the process is told to stop (SIGTERM, Ctrl-C). */
final class StopSignal {
  private StopSignal() {}

  /**
   * Runs {@code orderly} when the process is told to stop, and ends it with {@code exitCode}: a
   * stop that went as it should is no failure, which Java's own 143 would claim.
   */
  static Registration whenStopped(Runnable orderly, int exitCode) {
    Thread hook =
        new Thread(
            () -> {
              orderly.run();
              Runtime.getRuntime().halt(exitCode);
            },
            "orderly-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException alreadyStopping) {
        // The signal came first, so the hook is running and will end the process.
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Takes the wish back, for a command that ends by itself. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
