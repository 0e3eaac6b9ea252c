package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/** A call that had leave to spend did not come about: nothing has to be set aside for it. */
public record DropCall(String stepId, long token, String callId) {
  public DropCall {
    Objects.requireNonNull(stepId, "stepId");
    Objects.requireNonNull(callId, "callId");
  }
}
