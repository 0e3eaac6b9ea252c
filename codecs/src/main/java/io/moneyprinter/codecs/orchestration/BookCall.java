package io.moneyprinter.codecs.orchestration;

import java.util.List;
import java.util.Objects;

/**
 * Books what a call cost that belongs to no job, to the caller's tenant and today. Handing the same
 * call in again does no harm.
 *
 * @param callId UUID of this call, the same for every try to book it
 * @param purpose what it was made for, an address such as {@code content.write-script}
 */
public record BookCall(String callId, String purpose, List<Cost> costs) {
  public BookCall {
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(purpose, "purpose");
    costs = costs == null ? List.of() : List.copyOf(costs);
  }
}
