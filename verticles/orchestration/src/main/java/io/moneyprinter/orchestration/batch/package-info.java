/** Batches: reading their rows, and feeding their jobs little by little. */
package io.moneyprinter.orchestration.batch;
