package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.Violation;

/** One row as it was sent. */
sealed interface RawRow {
  /** From 1. */
  int source();

  /** Where it begins, from 1. */
  int line();

  /** A row that is an object. */
  record Read(int source, int line, ObjectNode patch) implements RawRow {}

  /**
   * A row that is none.
   *
   * @param fault with a pointer within the row
   */
  record Broken(int source, int line, Violation fault) implements RawRow {}
}
