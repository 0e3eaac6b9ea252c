package io.moneyprinter.codecs.orchestration;

import java.util.List;

/**
 * What a call newly brought into the books.
 *
 * @param lines empty when it was booked before
 */
public record BookedCall(List<CostLine> lines) {
  public BookedCall {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
