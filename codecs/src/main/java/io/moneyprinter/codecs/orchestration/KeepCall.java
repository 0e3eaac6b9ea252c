package io.moneyprinter.codecs.orchestration;

import java.util.List;
import java.util.Objects;

/**
 * Keeps a provider's answer and books what it costs, both or neither. The first answer to equal
 * calls of a step stays. Handing the same call in again does no harm; what was paid under a lease
 * that is lost by now is taken in all the same, because it was paid.
 *
 * @param token fencing token of the lease the call was made under
 * @param inputHash SHA-256 of the input's canonical JSON, 64 lower-case hex digits
 * @param callId UUID of this call, the same for every try to keep it
 * @param answer as JSON; {@code null} to book the costs alone
 * @param instead whether it takes the place of a kept answer that does not read any more
 */
public record KeepCall(
    String stepId,
    long token,
    String provider,
    String inputHash,
    String callId,
    String answer,
    List<Cost> costs,
    boolean instead) {
  /** The largest answer that is kept, in bytes of UTF-8. Larger things belong into files. */
  public static final int MAX_ANSWER_BYTES = 1 << 20;

  public KeepCall {
    Objects.requireNonNull(stepId, "stepId");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(inputHash, "inputHash");
    Objects.requireNonNull(callId, "callId");
    costs = costs == null ? List.of() : List.copyOf(costs);
  }
}
