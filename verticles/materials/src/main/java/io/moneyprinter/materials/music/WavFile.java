package io.moneyprinter.materials.music;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes 16-bit stereo PCM as it comes ("Multimedia Programming Interface and Data Specifications
 * 1.0", Microsoft and IBM 1991, RIFF WAVE). Triangular noise below one step keeps quiet endings
 * smooth.
 */
final class WavFile implements Closeable {
  private static final int HEADER = 44;
  private static final int BYTES_PER_FRAME = 4;

  private final OutputStream out;
  private final Noise dither = new Noise(5);
  private byte[] buffer = new byte[0];

  /**
   * @param frames exactly how many will be written
   */
  WavFile(Path file, long frames) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    out.write(header(frames));
  }

  private static byte[] header(long frames) {
    int data = Math.toIntExact(frames * BYTES_PER_FRAME);
    return ByteBuffer.allocate(HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(HEADER - 8 + data)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 2)
        .putInt(Sound.RATE)
        .putInt(Sound.RATE * BYTES_PER_FRAME)
        .putShort((short) BYTES_PER_FRAME)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(data)
        .array();
  }

  void write(Stereo sound, int from, int to) throws IOException {
    int length = (to - from) * BYTES_PER_FRAME;
    if (buffer.length < length) {
      buffer = new byte[length];
    }
    int at = 0;
    for (int i = from; i < to; i++) {
      at = put(at, sound.left[i]);
      at = put(at, sound.right[i]);
    }
    out.write(buffer, 0, length);
  }

  private int put(int at, float sample) {
    int value = Math.round(sample * 32767 + (dither.next() + dither.next()) / 2);
    buffer[at] = (byte) value;
    buffer[at + 1] = (byte) (value >> 8);
    return at + 2;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
