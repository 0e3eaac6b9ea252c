/** Answers of providers, kept by job, step and input, so that none is asked and paid twice. */
package io.moneyprinter.orchestration.calls;
