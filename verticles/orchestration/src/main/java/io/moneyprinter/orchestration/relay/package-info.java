/** Carries what transactions wrote down for others (outbox) to them. */
package io.moneyprinter.orchestration.relay;
