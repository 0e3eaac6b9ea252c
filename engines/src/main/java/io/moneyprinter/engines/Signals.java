package io.moneyprinter.engines;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the signals that {@link ProcessHandle} has no method for. */
final class Signals {
  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
  private static final long SECONDS = 5;

  private Signals() {}

  /**
   * @param signal without SIG: {@code INT}, {@code QUIT}, {@code TERM} or {@code KILL}
   */
  static void send(ProcessHandle process, String signal) {
    if (signal.equals("TERM")) {
      process.destroy();
      return;
    }
    if (signal.equals("KILL")) {
      process.destroyForcibly();
      return;
    }
    try {
      Process kill =
          new ProcessBuilder(
                  "/bin/sh",
                  "-c",
                  "kill -s \"$1\" \"$2\"",
                  "sh",
                  signal,
                  Long.toString(process.pid()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!kill.waitFor(SECONDS, TimeUnit.SECONDS)) {
        kill.destroyForcibly();
      }
    } catch (IOException e) {
      LOG.warn("Could not send SIG{} to process {}: {}", signal, process.pid(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
