package io.moneyprinter.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs {@link EnginesHolder}. */
final class ChildJvm implements AutoCloseable {
  /** What the holder says about itself. */
  record Report(
      String jdbcUri,
      String password,
      int redisPort,
      String redisPassword,
      long postgresPid,
      long redisPid) {}

  private final Process process;
  private final BufferedReader words;
  private final List<String> said = new ArrayList<>();

  private ChildJvm(Process process) {
    this.process = process;
    this.words = process.inputReader();
  }

  /**
   * @param before words before the java command, for another user
   */
  static ChildJvm start(
      List<String> before, String classPath, Path folder, Path cache, String... more)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            EnginesHolder.class.getName(),
            folder.toString(),
            cache.toString()));
    command.addAll(List.of(more));
    return new ChildJvm(
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
  }

  static ChildJvm start(Path folder, Path cache, String... more) throws IOException {
    return start(List.of(), classPath(), folder, cache, more);
  }

  /** The class path of this test run, which Surefire may hide behind a jar of its own. */
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** The report, once both engines are ready. */
  Report report() throws IOException {
    String[] parts = lineThatStartsWith("HOLDING ").split(" ");
    return new Report(
        parts[1],
        parts[2],
        Integer.parseInt(parts[3]),
        parts[4],
        Long.parseLong(parts[5]),
        Long.parseLong(parts[6]));
  }

  /** The message with which it was refused. */
  String refusal() throws IOException {
    return lineThatStartsWith("REFUSED ");
  }

  private String lineThatStartsWith(String start) throws IOException {
    for (String line; (line = words.readLine()) != null; ) {
      said.add(line);
      if (line.startsWith(start)) {
        return line;
      }
    }
    throw new AssertionError("Never said '" + start + "' but:\n" + String.join("\n", said));
  }

  long pid() {
    return process.pid();
  }

  /** SIGKILL: the JVM can do nothing about it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets the holder close its engines and end. */
  int finish() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("The holder did not end:\n" + String.join("\n", said));
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    words.close();
  }
}
