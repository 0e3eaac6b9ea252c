package io.moneyprinter.codecs.orchestration;

/**
 * The answer to a claim.
 *
 * @param granted false when there is nothing to do: done, cancelled, or another node's
 * @param token fencing token: only the newest holder may commit
 * @param address the task to carry out
 * @param request its request as JSON, read by the catalogue's type for that address
 * @param tenant whose job it is
 * @param correlationId of the request that made the job
 * @param leaseSeconds how long the lease lasts without a heartbeat
 * @param timeoutSeconds how long the step may take in all
 */
public record StepClaim(
    boolean granted,
    long token,
    String address,
    String request,
    String tenant,
    String correlationId,
    int leaseSeconds,
    int timeoutSeconds) {
  public static final StepClaim NOTHING_TO_DO =
      new StepClaim(false, 0, null, null, null, null, 0, 0);
}
