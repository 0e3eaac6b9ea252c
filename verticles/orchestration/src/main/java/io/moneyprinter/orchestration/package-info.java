/** The orchestration service: jobs from their order to their end. */
package io.moneyprinter.orchestration;
