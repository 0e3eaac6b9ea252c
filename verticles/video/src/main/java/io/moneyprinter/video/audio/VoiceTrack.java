package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/** Lays every narration on its exact sample of one long track. */
final class VoiceTrack {
  static final int RATE = 48_000;

  private static final int SAMPLE = 2;

  private VoiceTrack() {}

  /**
   * Writes a WAV file, 16 bit, mono, 48 kHz, that lasts exactly as long as the mix. What reaches
   * beyond the end is cut off. Blocks.
   */
  static void write(AudioMix mix, Function<Blob, Path> files, Path target) throws IOException {
    long length = samples(mix.seconds()) * SAMPLE;
    try (FileChannel out =
        FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer header = WavFile.header(1, RATE, length);
      int start = header.remaining();
      writeAt(out, header, 0);
      for (AudioMix.Cue cue : mix.voice()) {
        if (cue.audio() == null || cue.start() < 0) {
          throw ServiceFailure.invalid(
              "/mix/voice", "A narration needs a file, and a start within the video");
        }
        Path file = files.apply(cue.audio());
        WavFile wav = WavFile.read(file);
        if (wav.channels() != 1 || wav.rate() != RATE || wav.bits() != 16) {
          throw ServiceFailure.invalid(
              "/mix/voice",
              "A narration must be WAV, 16 bit, mono, 48 kHz, not %d bit, %d channels, %d Hz"
                  .formatted(wav.bits(), wav.channels(), wav.rate()));
        }
        long at = samples(cue.start()) * SAMPLE;
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
          copy(in, wav.start(), out, start + at, Math.min(wav.bytes(), length - at));
        }
      }
      if (out.size() < start + length) {
        writeAt(out, ByteBuffer.allocate(1), start + length - 1);
      }
    }
  }

  /** Whole samples of a time. */
  static long samples(double seconds) {
    return Math.round(seconds * RATE);
  }

  private static void copy(FileChannel in, long from, FileChannel out, long to, long length)
      throws IOException {
    out.position(to);
    long done = 0;
    while (done < length) {
      long moved = in.transferTo(from + done, length - done, out);
      if (moved <= 0) {
        throw new IOException("A narration is shorter than it says");
      }
      done += moved;
    }
  }

  private static void writeAt(FileChannel out, ByteBuffer bytes, long at) throws IOException {
    out.position(at);
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
