package io.moneyprinter.video.ffmpeg;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The files that a run prints to. */
final class RunLog {
  private static final int TAIL = 2_000;
  private static final int MOST = 1 << 20;
  private static final String FRAME = "frame=";

  private final Path output;
  private final Path errors;

  RunLog(Path folder) {
    this.output = folder.resolve("output");
    this.errors = folder.resolve("errors");
  }

  Path output() {
    return output;
  }

  Path errors() {
    return errors;
  }

  String errorText() throws IOException {
    return end(errors, MOST);
  }

  String errorTail() throws IOException {
    return end(errors, TAIL).strip();
  }

  /** The latest count of frames in what {@code -progress} prints. */
  OptionalLong frames() throws IOException {
    String text = end(output, TAIL);
    int at = text.lastIndexOf(FRAME);
    int end = at < 0 ? -1 : text.indexOf('\n', at);
    return end < 0
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(text.substring(at + FRAME.length(), end).strip()));
  }

  private static String end(Path file, int most) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, in.length() - most);
      byte[] bytes = new byte[(int) (in.length() - from)];
      in.seek(from);
      in.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
