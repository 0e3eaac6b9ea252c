package io.moneyprinter.orchestration.workflow;

/**
 * What a part of a step is asked.
 *
 * @param json of the task's request
 * @param work how much it asks for, see {@link WorkUnits}
 */
public record BoundRequest(String json, double work) {}
