package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the samples of a WAV file lie (RIFF, PCM).
 *
 * @param start offset of the first sample, bytes
 * @param bytes length of all samples
 */
record WavFile(int channels, int rate, int bits, long start, long bytes) {
  private static final int RIFF = 0x46464952;
  private static final int FORMAT = 0x20746d66;
  private static final int DATA = 0x61746164;
  private static final int HEADER = 44;

  static WavFile read(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      if (in.size() < HEADER || read(in, 0, 4).getInt() != RIFF) {
        throw ServiceFailure.invalid("/mix/voice", "A narration is not a WAV file: speak it again");
      }
      ByteBuffer format = null;
      long at = 12;
      while (at + 8 <= in.size()) {
        ByteBuffer chunk = read(in, at, 8);
        int name = chunk.getInt();
        long length = Integer.toUnsignedLong(chunk.getInt());
        if (name == FORMAT) {
          format = read(in, at + 8, 16);
        } else if (name == DATA && format != null) {
          // A writer that did not know the length puts the largest number there.
          long bytes = Math.min(length, in.size() - at - 8);
          return new WavFile(
              format.getShort(2), format.getInt(4), format.getShort(14), at + 8, bytes);
        }
        at += 8 + length + length % 2;
      }
      throw ServiceFailure.invalid("/mix/voice", "A narration has no samples: speak it again");
    }
  }

  /** The header of a file of 16-bit samples. */
  static ByteBuffer header(int channels, int rate, long bytes) {
    ByteBuffer out = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(RIFF).putInt((int) (bytes + HEADER - 8)).putInt(0x45564157);
    out.putInt(FORMAT).putInt(16).putShort((short) 1).putShort((short) channels).putInt(rate);
    out.putInt(rate * channels * 2).putShort((short) (channels * 2)).putShort((short) 16);
    return out.putInt(DATA).putInt((int) bytes).flip();
  }

  private static ByteBuffer read(FileChannel in, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && in.read(bytes, at + bytes.position()) > 0) {
      // Until the buffer is full or the file ends.
    }
    return bytes.flip();
  }
}
