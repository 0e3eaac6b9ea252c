package io.moneyprinter.speech.audio;

/** Reads sound files as services send them and people record them. Blocking; from any thread. */
public final class SoundReader {
  private SoundReader() {}

  /**
   * Reads WAV or MP3, told apart by how they begin.
   *
   * @throws IllegalArgumentException saying why, for anything else
   */
  public static Sound read(byte[] bytes) {
    if (WavReader.isWav(bytes)) {
      return WavReader.read(bytes);
    }
    if (Mp3Reader.isMp3(bytes)) {
      return Mp3Reader.read(bytes);
    }
    throw new IllegalArgumentException("It is neither WAV nor MP3");
  }
}
