package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs FFmpeg plainly, as a peer would: one process, waited for. Blocks. */
final class Program {
  private final FfmpegProgram program;
  private final Path folder;

  /**
   * @param folder where outputs are written and relative names are looked up
   */
  Program(FfmpegProgram program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Writes what the program is fed with. */
  interface Feed {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Runs to the end and gives what the program wrote to its log. */
  String run(List<String> arguments) throws IOException {
    return run(arguments, null);
  }

  String run(List<String> arguments, Feed feed) throws IOException {
    List<String> line = new ArrayList<>(program.tether());
    line.addAll(List.of(program.ffmpeg().toString(), "-hide_banner", "-y", "-nostats"));
    line.addAll(arguments);
    Path log = Files.createTempFile(folder, "ffmpeg", ".log");
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(program.environment());
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      if (feed != null) {
        feed.writeTo(in);
      }
    }
    try {
      int status = process.waitFor();
      String said = Files.readString(log, StandardCharsets.UTF_8);
      if (status != 0) {
        throw new IOException("FFmpeg ended with " + status + ": " + line + "\n" + said);
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IOException("interrupted", e);
    } finally {
      Files.deleteIfExists(log);
    }
  }
}
