package io.moneyprinter.orchestration.state;

/**
 * How a job stands.
 *
 * @param progress 0 to 1
 * @param secondsLeft until it is finished, waiting for people not counted; {@code null} while
 *     nothing is known to estimate it by
 */
public record Standing(double progress, Integer secondsLeft) {

  /** Estimates it; has to answer at once. */
  @FunctionalInterface
  public interface Estimate {
    /** Of a job with these steps, at the time of a change to it. */
    Standing of(JobChange change);
  }
}
