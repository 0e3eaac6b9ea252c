package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A working FFmpeg: it has said its version.
 *
 * @param tether words in front of the program, such as those that tie its life to ours
 * @param ffmpeg the program that converts
 * @param ffprobe the program that looks
 * @param environment variables it needs to find its libraries
 * @param version such as {@code 8.0.1}
 * @param build digest; two programs with an equal one encode alike
 */
public record FfmpegProgram(
    List<String> tether,
    Path ffmpeg,
    Path ffprobe,
    Map<String, String> environment,
    String version,
    String build) {
  private static final Pattern VERSION = Pattern.compile("ffmpeg version (\\S+)");
  private static final Pattern MISSING =
      Pattern.compile("error while loading shared libraries: (\\S+): cannot open");
  private static final int MISSING_AT_MOST = 8;

  /** Unpacks and tries the program that came with us. Blocks; about 1 s the first time. */
  public static FfmpegProgram bundled(Path cache) {
    try {
      BundledFfmpeg bundle = BundledFfmpeg.unpack(cache);
      Path standIns = Files.createDirectories(cache.resolve("stand-ins"));
      String libraries = bundle.folder() + java.io.File.pathSeparator + standIns;
      Map<String, String> environment =
          Map.of("LD_LIBRARY_PATH", libraries, "DYLD_LIBRARY_PATH", libraries);
      for (int tries = 0; ; tries++) {
        Answer answer = ask(bundle.ffmpeg(), environment);
        Matcher missing = MISSING.matcher(answer.text());
        if (answer.status() != 0 && missing.find() && tries < MISSING_AT_MOST) {
          supply(standIns, missing.group(1));
          continue;
        }
        String version = versionIn(bundle.ffmpeg(), answer);
        return new FfmpegProgram(
            tetherHere(), bundle.ffmpeg(), bundle.ffprobe(), environment, version, bundle.build());
      }
    } catch (IOException e) {
      throw ServiceFailure.unavailable("FFmpeg cannot be unpacked to " + cache + ": " + e);
    }
  }

  /**
   * Tries a program of this machine. Blocks.
   *
   * @param ffmpeg path of {@code ffmpeg}; {@code ffprobe} has to lie beside it
   */
  public static FfmpegProgram installed(Path ffmpeg) {
    Path ffprobe = ffmpeg.resolveSibling(ffmpeg.getFileName().toString().replace("mpeg", "probe"));
    if (!Files.isExecutable(ffmpeg) || !Files.isExecutable(ffprobe)) {
      throw ServiceFailure.unavailable(
          "video.ffmpeg is " + ffmpeg + ", but there is no ffmpeg with ffprobe beside it");
    }
    try {
      Answer answer = ask(ffmpeg, Map.of());
      String version = versionIn(ffmpeg, answer);
      return new FfmpegProgram(
          tetherHere(), ffmpeg, ffprobe, Map.of(), version, digest(answer.text()));
    } catch (IOException e) {
      throw ServiceFailure.unavailable(ffmpeg + " cannot be run: " + e.getMessage());
    }
  }

  private static void supply(Path standIns, String library) throws IOException {
    if (StandInLibrary.write(standIns, library, BundledFfmpeg.platform()).isEmpty()) {
      throw ServiceFailure.unavailable(
          "FFmpeg needs the library "
              + library
              + ": install it, or install FFmpeg and set video.ffmpeg to its path");
    }
  }

  /** Where Linux offers it, the kernel ends the program when this JVM goes, however it goes. */
  private static List<String> tetherHere() {
    Path setpriv = Path.of("/usr/bin/setpriv");
    return Files.isExecutable(setpriv)
        ? List.of(setpriv.toString(), "--pdeathsig", "KILL", "--")
        : List.of();
  }

  private static String versionIn(Path program, Answer answer) {
    Matcher version = VERSION.matcher(answer.text());
    if (answer.status() != 0 || !version.find()) {
      throw ServiceFailure.unavailable(
          program + " does not start on this machine: " + answer.text().strip());
    }
    return version.group(1);
  }

  private static Answer ask(Path program, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), "-version").redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IOException("no end after 10 s");
      }
      return new Answer(process.exitValue(), text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String digest(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(bytes), 0, 8);
  }

  private record Answer(int status, String text) {}
}
