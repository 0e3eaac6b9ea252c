/**
 * The truth about jobs in PostgreSQL: rows, leases, and the one place that changes them, {@link
 * io.moneyprinter.orchestration.state.StateManager}.
 */
package io.moneyprinter.orchestration.state;
