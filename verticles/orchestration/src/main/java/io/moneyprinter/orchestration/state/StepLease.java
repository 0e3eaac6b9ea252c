package io.moneyprinter.orchestration.state;

import java.time.Instant;

/**
 * Who works on a part of a step.
 *
 * @param owner node id; {@code null} when nobody does
 * @param token grows with each lease; whoever has an older one may not commit
 * @param until the lease ends without a heartbeat
 * @param deadline the try ends in any case
 */
public record StepLease(String owner, long token, Instant until, Instant deadline) {
  static final StepLease NONE = new StepLease(null, 0, null, null);

  StepLease released() {
    return new StepLease(null, token, null, null);
  }
}
