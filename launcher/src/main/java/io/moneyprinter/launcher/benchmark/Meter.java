package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * Measures work by what Linux's {@code /proc} says (proc(5)): processor time of this process and of
 * the children it has waited for, resident memory of both, looked at every 20 ms.
 */
final class Meter {
  /** What {@code sysconf(_SC_CLK_TCK)} is on every Linux that OpenJDK runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private static final long LOOK_MILLIS = 20;

  /** Work and what it took. */
  record Measured<T>(T result, Effort effort) {}

  /** Refuses a machine that cannot be measured. */
  static void requireProc() {
    if (!Files.isReadable(Path.of("/proc/self/stat"))) {
      throw ServiceFailure.unavailable(
          "The benchmark reads /proc, which only Linux has: run it on a Linux machine");
    }
  }

  /** Does the work on this thread. */
  <T> Measured<T> measure(Callable<T> work) throws Exception {
    Watch watch = new Watch();
    Thread watching = new Thread(watch, "benchmark-meter");
    watching.setDaemon(true);
    watching.start();
    double own = cpuSeconds(15);
    double cpu = cpuSeconds(17);
    long begin = System.nanoTime();
    T result = work.call();
    double wall = (System.nanoTime() - begin) / 1e9;
    double usedOwn = cpuSeconds(15) - own;
    double used = cpuSeconds(17) - cpu;
    watching.interrupt();
    watching.join();
    return new Measured<>(
        result, new Effort(used, usedOwn, wall, watch.process, watch.children, watch.own));
  }

  /** Fields from 14: user and system time of its own, then (16 and 17) of children waited for. */
  private static double cpuSeconds(int last) throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    double ticks = 0;
    for (int field = 14; field <= last; field++) {
      ticks += Long.parseLong(fields[field - 3]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  private static long resident(long pid) throws IOException {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
    } catch (NoSuchFileException ended) {
      return 0;
    }
    return 0;
  }

  private static final class Watch implements Runnable {
    private long process;
    private long children;
    private long own;

    @Override
    public void run() {
      ProcessHandle self = ProcessHandle.current();
      try {
        while (!Thread.interrupted()) {
          long sum = 0;
          for (ProcessHandle child : self.descendants().toList()) {
            // The engines of the node are not part of the render.
            if (child.info().command().filter(c -> c.contains("ffmpeg")).isPresent()) {
              long bytes = resident(child.pid());
              process = Math.max(process, bytes);
              sum += bytes;
            }
          }
          children = Math.max(children, sum);
          own = Math.max(own, resident(self.pid()));
          Thread.sleep(LOOK_MILLIS);
        }
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("Memory cannot be read from /proc", e);
      }
    }
  }
}
