/** Metrics and traces: what is measured, and where it is sent. */
package io.moneyprinter.monitoring.telemetry;
