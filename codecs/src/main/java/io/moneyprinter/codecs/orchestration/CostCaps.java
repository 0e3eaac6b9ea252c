package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;

/**
 * The most that may be spent, in micro-USD; {@code null} for no limit.
 *
 * @param job for one video
 * @param day for all videos of a tenant that count to one day
 * @param month for all of a month
 */
public record CostCaps(Long job, Long day, Long month) {
  public static final CostCaps NONE = new CostCaps(null, null, null);

  /** Where the violation points to that a refusal for money carries. */
  public static final String POINTER = "/budget";

  /**
   * Whether something was refused because it would cost more than may be spent, which is nobody's
   * fault but the caller's: asking another provider instead is no remedy.
   */
  public static boolean refused(Throwable cause) {
    return cause instanceof ServiceFailure failure
        && failure.code() == FailureCode.QUOTA
        && failure.violations().stream().anyMatch(each -> each.pointer().equals(POINTER));
  }
}
