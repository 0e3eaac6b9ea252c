/**
 * Jobs under way: commands, the scheduling of steps, retries, compensation, views, times and costs.
 * {@link io.moneyprinter.orchestration.run.Orchestration} wires it together.
 */
package io.moneyprinter.orchestration.run;
