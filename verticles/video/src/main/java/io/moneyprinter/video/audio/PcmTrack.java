package io.moneyprinter.video.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * Raw samples on disk: stereo, 48 kHz, 32-bit float, so that nothing clips on the way and no header
 * limits the length. Only a second of it is in memory at a time. A frame is one sample of each
 * side. All methods block.
 */
final class PcmTrack implements AutoCloseable {
  static final int RATE = 48_000;
  static final int CHANNELS = 2;

  private static final int FRAME = CHANNELS * Float.BYTES;
  private static final int CHUNK = RATE;

  private final FileChannel channel;

  private PcmTrack(FileChannel channel) {
    this.channel = channel;
  }

  static PcmTrack open(Path file) throws IOException {
    return new PcmTrack(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** A new track of silence; takes no room on disk until something is added. */
  static PcmTrack blank(Path file, long frames) throws IOException {
    PcmTrack track =
        new PcmTrack(
            FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.SPARSE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    if (frames > 0) {
      track.put(new float[CHANNELS], frames - 1);
    }
    return track;
  }

  /** What makes FFmpeg read such a file. */
  static List<String> input(Path file) {
    return List.of("-f", "f32le", "-ar", "" + RATE, "-ch_layout", "stereo", "-i", file.toString());
  }

  /** What makes FFmpeg write such a file. */
  static List<String> output(Path file) {
    return List.of("-c:a", "pcm_f32le", "-ar", "" + RATE, "-f", "f32le", file.toString());
  }

  long frames() throws IOException {
    return channel.size() / FRAME;
  }

  /** Left and right by turns; silence before the beginning and beyond the end. */
  float[] read(long from, int frames) throws IOException {
    float[] samples = new float[frames * CHANNELS];
    long first = Math.max(0, from);
    int count = (int) (Math.min(frames(), from + frames) - first);
    if (count > 0) {
      ByteBuffer bytes = ByteBuffer.allocate(count * FRAME).order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.hasRemaining() && channel.read(bytes, first * FRAME + bytes.position()) >= 0) {
        // Until the buffer is full.
      }
      bytes.flip().asFloatBuffer().get(samples, (int) (first - from) * CHANNELS, count * CHANNELS);
    }
    return samples;
  }

  /**
   * Adds a stretch of another track to this one, which keeps its length: what reaches beyond its
   * end is left out.
   *
   * @param at where the stretch begins here, frames
   * @param gain factor of each frame, by its place in the stretch
   */
  void add(PcmTrack source, long from, long frames, long at, LongToDoubleFunction gain)
      throws IOException {
    long all = Math.min(frames, frames() - at);
    for (long done = 0; done < all; done += CHUNK) {
      int count = (int) Math.min(CHUNK, all - done);
      float[] here = read(at + done, count);
      float[] added = source.read(from + done, count);
      for (int i = 0; i < count; i++) {
        double factor = gain.applyAsDouble(done + i);
        for (int c = 0; c < CHANNELS; c++) {
          here[i * CHANNELS + c] += (float) (factor * added[i * CHANNELS + c]);
        }
      }
      put(here, at + done);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void put(float[] samples, long at) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(samples.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(samples);
    while (bytes.hasRemaining()) {
      channel.write(bytes, at * FRAME + bytes.position());
    }
  }
}
