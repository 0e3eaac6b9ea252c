package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.launcher.Main;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node of this program in a process of its own, on one processor. Blocks. */
final class NodeProcess implements AutoCloseable {
  private static final long START_SECONDS = 120;
  private static final long LOOK_MILLIS = 50;

  /** Options of this Java that a second one must not share. */
  private static final List<String> OWN =
      List.of("-agent", "-javaagent", "-XX:ArchiveClassesAtExit");

  private final Process process;
  private final Path log;

  private NodeProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts {@code moneyprinter start <arguments>}.
   *
   * @param log everything that it writes
   * @param variables added to the environment
   */
  static NodeProcess start(
      int processor, List<String> arguments, Map<String, String> variables, Path log)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> OWN.stream().noneMatch(option::startsWith))
        .forEach(line::add);
    String classes = System.getProperty("java.class.path");
    line.addAll(
        classes.endsWith(".jar") && !classes.contains(java.io.File.pathSeparator)
            ? List.of("-jar", classes)
            : List.of("-cp", classes, Main.class.getName()));
    line.add("start");
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(Pinning.on(processor, line));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(variables);
    return new NodeProcess(builder.start(), log);
  }

  /** Waits until it serves. */
  void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!Files.readString(log).contains("Ready after")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("A node did not start; what it said is in " + log);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
  }

  /** Stops it in order, and by force when that takes long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
