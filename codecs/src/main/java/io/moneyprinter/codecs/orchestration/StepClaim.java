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
 * @param wants what the step occupies; where it is not granted, what the worker has to keep free
 *     before it claims again; {@code null} when nothing is said, or claiming again is of no use
 * @param job whose step it is; {@code null} from a node that does not say yet
 */
public record StepClaim(
    boolean granted,
    long token,
    String address,
    String request,
    String tenant,
    String correlationId,
    int leaseSeconds,
    int timeoutSeconds,
    Capacity wants,
    String job) {
  public static final StepClaim NOTHING_TO_DO =
      new StepClaim(false, 0, null, null, null, null, 0, 0, null, null);

  public StepClaim(
      boolean granted,
      long token,
      String address,
      String request,
      String tenant,
      String correlationId,
      int leaseSeconds,
      int timeoutSeconds) {
    this(
        granted,
        token,
        address,
        request,
        tenant,
        correlationId,
        leaseSeconds,
        timeoutSeconds,
        null,
        null);
  }

  /** Not granted yet: the step wants more than the worker holds. */
  public static StepClaim wanting(Capacity wants) {
    return new StepClaim(false, 0, null, null, null, null, 0, 0, wants, null);
  }
}
