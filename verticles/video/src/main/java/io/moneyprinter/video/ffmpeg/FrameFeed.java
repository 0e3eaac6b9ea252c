package io.moneyprinter.video.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what FFmpeg reads from its standard input. Runs on a thread of the encode pool. */
@FunctionalInterface
public interface FrameFeed {
  /**
   * @throws IOException when the program has gone; the run then tells why
   */
  void writeTo(OutputStream program) throws IOException;
}
