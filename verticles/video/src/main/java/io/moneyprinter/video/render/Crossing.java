package io.moneyprinter.video.render;

import java.util.List;

/** What happens in the overlap alone. */
@FunctionalInterface
interface Crossing {
  /**
   * The chains from {@code [leaving]} and {@code [arriving]}, both exactly as long as the overlap,
   * to a stream of the same length: whole frames, 8-bit 4:2:0, square pixels.
   *
   * @param out name of that stream
   */
  List<String> chains(String out);
}
