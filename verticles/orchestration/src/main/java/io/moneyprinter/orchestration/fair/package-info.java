/** Whose turn it is when tenants compete for the same machines. */
package io.moneyprinter.orchestration.fair;
