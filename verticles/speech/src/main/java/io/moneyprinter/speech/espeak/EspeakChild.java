package io.moneyprinter.speech.espeak;

import io.moneyprinter.speech.espeak.EspeakWire.Answer;
import io.moneyprinter.speech.espeak.EspeakWire.Request;
import io.vertx.core.Future;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running process that speaks. Its calls block, and come one at a time. */
final class EspeakChild {
  private static final Logger LOG = LoggerFactory.getLogger(EspeakChild.class);

  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream answers;

  private EspeakChild(Process process) {
    this.process = process;
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Starts the process with this one's Java and class path, and as little memory as it needs.
   *
   * @param cache where the library and its data are unpacked
   */
  static EspeakChild start(Path cache) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Djna.tmpdir=" + cache,
                "-cp",
                System.getProperty("java.class.path"),
                EspeakMain.class.getName(),
                cache.toString()));
    // A debugger or agent meant for the node must not attach to its child as well.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    var child = new EspeakChild(builder.start());
    child.logErrors();
    return child;
  }

  /** Speaks; fails when the process has ended or says what it should not. */
  Answer ask(Request request) throws IOException {
    EspeakWire.write(request, requests);
    return EspeakWire.readAnswer(answers);
  }

  boolean alive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Ends the process at once; a blocked {@link #ask} fails. */
  void kill() {
    process.destroyForcibly();
  }

  /** Completes when the process is gone. */
  Future<Void> ended() {
    return Future.fromCompletionStage(process.onExit()).mapEmpty();
  }

  private void logErrors() {
    var reader = new Thread(this::copyErrors, "espeak-" + process.pid() + "-errors");
    reader.setDaemon(true);
    reader.start();
  }

  private void copyErrors() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), Charset.defaultCharset()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        LOG.warn("espeak-ng process {}: {}", process.pid(), line);
      }
    } catch (IOException e) {
      LOG.debug("espeak-ng process {} ended", process.pid(), e);
    }
  }
}
