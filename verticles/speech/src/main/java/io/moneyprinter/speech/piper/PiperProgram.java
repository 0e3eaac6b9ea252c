package io.moneyprinter.speech.piper;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs Piper, once for each piece of text: the text goes in as one line, bare 16 bit samples come
 * out ({@code piper --model FILE --output_raw --length_scale S}, understood by rhasspy/piper and by
 * OHF-Voice/piper1-gpl). Blocking; from any thread.
 */
final class PiperProgram {
  private static final int MOST_COMPLAINT = 300;

  private final String program;
  private final Duration limit;

  PiperProgram(String program, Duration limit) {
    this.program = program;
    this.limit = limit;
  }

  /** The file to run; empty when there is none. */
  Optional<Path> found() {
    if (program.contains("/") || program.contains(File.separator)) {
      return Optional.of(Path.of(program)).filter(Files::isExecutable);
    }
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path file = Path.of(folder, program);
      if (!folder.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /**
   * Says a text.
   *
   * @param rate 1 is the voice's own speed
   * @return bare samples; {@code UNAVAILABLE} or {@code TIMEOUT} when it does not speak
   */
  byte[] say(PiperModel model, String text, double rate) throws IOException, InterruptedException {
    Path file = found().orElseThrow(this::missing);
    Process process =
        new ProcessBuilder(
                file.toString(),
                "--model",
                model.file().toString(),
                "--output_raw",
                "--length_scale",
                String.format(Locale.ROOT, "%.3f", 1 / rate))
            .start();
    try {
      return heard(process, text);
    } finally {
      process.destroyForcibly();
    }
  }

  private byte[] heard(Process process, String text) throws IOException, InterruptedException {
    CompletableFuture<byte[]> sound = reading(process.getInputStream());
    CompletableFuture<byte[]> errors = reading(process.getErrorStream());
    try (OutputStream in = process.getOutputStream()) {
      in.write((text.replaceAll("\\s+", " ") + "\n").getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new ServiceFailure(
          FailureCode.TIMEOUT,
          "Piper did not finish within %d s; raise speech.piper.timeout"
              .formatted(limit.toSeconds()));
    }
    byte[] samples = sound.join();
    if (process.exitValue() != 0 || samples.length == 0) {
      throw ServiceFailure.unavailable(
          "Piper ended with %d and said: %s"
              .formatted(process.exitValue(), complaint(errors.join())));
    }
    return samples;
  }

  /** On a thread of its own: both outputs have to be read at once, and each blocks to its end. */
  private static CompletableFuture<byte[]> reading(InputStream out) {
    CompletableFuture<byte[]> read = new CompletableFuture<>();
    Thread reader = new Thread(() -> read.complete(all(out)), "piper-output");
    reader.setDaemon(true);
    reader.start();
    return read;
  }

  private static byte[] all(InputStream out) {
    try (out) {
      return out.readAllBytes();
    } catch (IOException e) {
      // The process was ended; what it said of it is told from its exit.
      return new byte[0];
    }
  }

  private static String complaint(byte[] errors) {
    String text = new String(errors, StandardCharsets.ISO_8859_1).strip();
    return text.substring(Math.max(0, text.length() - MOST_COMPLAINT));
  }

  ServiceFailure missing() {
    return ServiceFailure.unavailable(
        "The program %s is not there; install Piper (pip install piper-tts, or a release of"
                .formatted(program)
            + " rhasspy/piper) or set speech.piper.program to its path");
  }
}
