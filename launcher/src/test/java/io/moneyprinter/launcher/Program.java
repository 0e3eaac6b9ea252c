package io.moneyprinter.launcher;

import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program in a process of its own, as a user would run it. */
public final class Program implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Program.class);
  private static final Pattern NODE = Pattern.compile("Ready after .* node (\\S+)");

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts {@code moneyprinter <arguments>} with {@code home} as its installation. */
  public static Program start(Path home, Map<String, String> variables, String... arguments) {
    return start(home, variables, Classes.OPTIONS, arguments);
  }

  /** Found out once in this process, when the first of them is started. */
  private static final class Classes {
    static final List<String> OPTIONS = ClassArchive.options(Program::train);
  }

  /** A node of a cluster: it starts with more classes than any other. */
  private static boolean train(List<String> classes) {
    try {
      Path home = TestFolders.make("classes");
      try (Servers servers = Servers.start(home)) {
        Program node = start(home, servers.secrets(), classes, Nodes.alone(servers));
        node.awaitNode();
        node.terminate();
        return node.exitCode(120) == 0;
      } finally {
        DataFolder.delete(home);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (AssertionError e) {
      LOG.warn("Processes of tests start slowly, for there is no archive of their classes", e);
      return false;
    }
  }

  private static Program start(
      Path home, Map<String, String> variables, List<String> classes, String... arguments) {
    try {
      Files.createDirectories(home);
      Path output = Files.createTempFile(home, "output-", ".txt");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-Xmx768m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Djava.awt.headless=true",
              "--add-opens=java.base/java.lang=ALL-UNNAMED",
              "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
              "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED"));
      command.addAll(classes);
      command.add(Main.class.getName());
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("MONEYPRINTER_HOME", home.toString());
      builder.environment().putAll(variables);
      return new Program(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean running() {
    return process.isAlive();
  }

  /** Waits until this node has said that it is ready, and gives its id. */
  public String awaitNode() {
    Await.until(
        "the node is ready",
        Duration.ofSeconds(120),
        () -> {
          if (!running()) {
            throw new AssertionError("It ended at once:\n" + output());
          }
          return NODE.matcher(output()).find();
        });
    Matcher ready = NODE.matcher(output());
    return ready.find() ? ready.group(1) : "";
  }

  /** How many FFmpeg processes it has running. */
  long encoders() {
    return process
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(child -> child.info().command().orElse("").endsWith("ffmpeg"))
        .count();
  }

  /** Waits for its end, and says whether it came in time. */
  public boolean ends(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /** Waits for its end and gives the exit code. */
  public int exitCode(long seconds) throws InterruptedException {
    if (!ends(seconds)) {
      throw new AssertionError("Still running after " + seconds + " s:\n" + output());
    }
    return process.exitValue();
  }

  /** {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  /** {@code kill -TERM}. */
  public void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
