package io.moneyprinter.orchestration.state;

/**
 * What a task takes.
 *
 * @param address of the task
 * @param busy seconds of work per unit of work, all parts added up
 * @param wall seconds from begin to end of a step per unit
 * @param units of a whole step, see {@link io.moneyprinter.orchestration.workflow.WorkUnits}
 */
public record StepCost(String address, double busy, double wall, double units) {}
