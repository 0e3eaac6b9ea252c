package io.moneyprinter.video.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Remembers how much real memory any child process of this JVM ever took (Linux). */
final class ChildWatch implements AutoCloseable {
  private static final long LOOK_NANOS = 1_000_000;

  private final Thread watcher = new Thread(this::watch, "child-watch");
  private volatile boolean done;
  private volatile long peak;

  ChildWatch() {
    watcher.setDaemon(true);
    watcher.start();
  }

  /** Bytes. */
  long peak() {
    return peak;
  }

  private void watch() {
    while (!done) {
      ProcessHandle.current().children().forEach(child -> peak = Math.max(peak, peakOf(child)));
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private static long peakOf(ProcessHandle child) {
    try {
      List<String> status =
          Files.readAllLines(Path.of("/proc", Long.toString(child.pid()), "status"));
      // Until it has become another program, a child has the memory of this JVM.
      return status.stream()
          .filter(line -> status.get(0).contains("\tff"))
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }

  @Override
  public void close() {
    done = true;
  }
}
