package io.moneyprinter.gateway.limit;

/**
 * What one request takes from one bucket.
 *
 * @param bucket name of the bucket, the same on all nodes
 * @param cost tokens; never more than the bucket can hold, so that no request is refused for ever
 */
record Charge(String bucket, Policy policy, int cost) {
  Charge {
    cost = Math.min(cost, policy.burst());
  }
}
