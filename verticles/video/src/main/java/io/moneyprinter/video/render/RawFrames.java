package io.moneyprinter.video.render;

import io.moneyprinter.video.frames.FrameSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Frames as FFmpeg reads them raw.
 *
 * @param source draws them
 * @param from first frame
 * @param to frame after the last
 */
record RawFrames(FrameSource source, int from, int to) {
  Size size() {
    return new Size(source.width(), source.height());
  }

  int count() {
    return to - from;
  }

  long bytes() {
    return 4L * source.width() * source.height() * count();
  }

  /** The arguments of an input that carries these frames. */
  List<String> input(int fps, String name) {
    String size = source.width() + "x" + source.height();
    return List.of("-f", "rawvideo", "-pix_fmt", "bgr0", "-s", size, "-r", "" + fps, "-i", name);
  }

  /** Draws and writes the frames. Blocks. */
  void writeTo(OutputStream out) throws IOException {
    int[] pixels = new int[source.width() * source.height()];
    byte[] bytes = new byte[pixels.length * 4];
    ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int frame = from; frame < to; frame++) {
      source.draw(frame, pixels);
      view.asIntBuffer().put(pixels);
      out.write(bytes);
    }
  }

  /** The same into a file. */
  Path writeTo(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      writeTo(out);
    }
    return file;
  }
}
