package io.moneyprinter.speech.audio;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/** Reads MPEG audio of layers 1 to 3 with JLayer; channels are mixed. */
final class Mp3Reader {
  private static final float FULL_SCALE = 32768f;

  /**
   * Silence that coding puts before the sound: 576 samples by usual encoders, 529 by every decoder
   * (LAME's technical FAQ). Times that a service tells count from behind it.
   */
  private static final int DELAY_SAMPLES = 576 + 529;

  private float[] samples = new float[1 << 16];
  private int length;
  private int rate;

  private Mp3Reader() {}

  /** An ID3 tag, or the eleven set bits with which every frame begins. */
  static boolean isMp3(byte[] bytes) {
    boolean tag = bytes.length > 3 && bytes[0] == 'I' && bytes[1] == 'D' && bytes[2] == '3';
    return tag
        || bytes.length > 3
            && (bytes[0] & 0xff) == 0xff
            && (bytes[1] & 0xe0) == 0xe0
            && (bytes[1] & 0x06) != 0;
  }

  /** {@code IllegalArgumentException} for what cannot be read. */
  static Sound read(byte[] bytes) {
    return new Mp3Reader().decoded(bytes);
  }

  private Sound decoded(byte[] bytes) {
    var stream = new Bitstream(new ByteArrayInputStream(bytes));
    var decoder = new Decoder();
    try {
      Header frame = stream.readFrame();
      while (frame != null) {
        var decoded = (SampleBuffer) decoder.decodeFrame(frame, stream);
        append(decoded);
        stream.closeFrame();
        frame = stream.readFrame();
      }
    } catch (BitstreamException | DecoderException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("MP3 that is damaged: " + e.getMessage(), e);
    }
    if (length <= DELAY_SAMPLES) {
      throw new IllegalArgumentException("MP3 without sound in it");
    }
    return new Sound(Arrays.copyOfRange(samples, DELAY_SAMPLES, length), rate);
  }

  private void append(SampleBuffer frame) {
    int channels = frame.getChannelCount();
    int count = frame.getBufferLength() / channels;
    if (length + count > samples.length) {
      samples = Arrays.copyOf(samples, 2 * samples.length);
    }
    rate = frame.getSampleFrequency();
    short[] pcm = frame.getBuffer();
    for (int i = 0; i < count; i++) {
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += pcm[i * channels + channel];
      }
      samples[length++] = sum / channels / FULL_SCALE;
    }
  }
}
