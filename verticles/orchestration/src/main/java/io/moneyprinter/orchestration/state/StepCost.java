package io.moneyprinter.orchestration.state;

/**
 * What a task takes.
 *
 * @param address of the task
 * @param busy seconds of work per unit of work, all parts added up
 * @param wall seconds from begin to end of a step per unit
 * @param units of a whole step, see {@link io.moneyprinter.orchestration.workflow.WorkUnits}
 * @param deviation how far {@code wall} is off as a rule, in seconds per unit
 * @param samples how many steps were measured
 */
public record StepCost(
    String address, double busy, double wall, double units, double deviation, long samples) {
  /** A first measurement may be off by half, as RFC 6298 takes it to be. */
  private static final double FIRST = 0.5;

  /** One measurement. */
  public StepCost(String address, double busy, double wall, double units) {
    this(address, busy, wall, units, wall * FIRST, 1);
  }
}
