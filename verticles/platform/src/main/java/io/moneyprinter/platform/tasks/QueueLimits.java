package io.moneyprinter.platform.tasks;

import java.time.Duration;

/**
 * What holds in every task queue.
 *
 * @param deliveries how often a ticket is handled in vain before it is a dead letter, at least 1
 * @param hold how long a ticket may stay with one consumer before the queue stops watching over it;
 *     from then on only the lease of its step does
 */
public record QueueLimits(int deliveries, Duration hold) {
  public static final QueueLimits USUAL = new QueueLimits(5, Duration.ofMinutes(10));

  public QueueLimits {
    if (deliveries < 1 || hold.toMillis() < 1) {
      throw new IllegalArgumentException("A ticket is delivered at least once and held for a time");
    }
  }

  /** The reason of a dead letter whose consumers did not live to tell. */
  public String unfinished() {
    return "Delivered " + deliveries + " times, and each time its node died or went away over it";
  }

  /** The reason of a dead letter whose handlers failed. */
  public String failed(Throwable last) {
    return "Handled " + deliveries + " times in vain; the last time: " + last.getMessage();
  }
}
