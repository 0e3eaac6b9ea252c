package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * Asks, before a provider is called, for the kept answer to an equal call of this step; where there
 * is none, for leave to spend what the call may cost.
 *
 * @param token fencing token of the lease the call is made under
 * @param provider whom is paid
 * @param inputHash SHA-256 of the input's canonical JSON, 64 lower-case hex digits
 * @param callId UUID of the call that would be made
 * @param characters code points of text in the input, from which the price is guessed
 */
public record RecallCall(
    String stepId, long token, String provider, String inputHash, String callId, int characters) {
  public RecallCall {
    Objects.requireNonNull(stepId, "stepId");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(inputHash, "inputHash");
    Objects.requireNonNull(callId, "callId");
  }
}
