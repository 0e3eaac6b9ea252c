package io.moneyprinter.orchestration.batch;

import java.io.IOException;
import java.util.function.Consumer;

/** One way to write rows. Reads one row after the other, so that no tree of all of them is made. */
interface RowFormat {
  /**
   * Reads everything there is.
   *
   * @throws IOException when nothing more can be made of the text, with the place
   */
  void read(String content, Consumer<RawRow> rows) throws IOException;

  /** What makes briefs of the rows. */
  RowBinder binder();
}
