package io.moneyprinter.materials.music;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Writes one piece of music. */
interface Rendering {
  /**
   * Writes the piece as WAV, 16 bit, stereo, 48 kHz. Blocking.
   *
   * @param progress hears 0 to 1
   * @param stop asked often; once true the file is left unfinished
   * @return whether it was finished
   */
  boolean render(Path file, DoubleConsumer progress, BooleanSupplier stop) throws IOException;
}
