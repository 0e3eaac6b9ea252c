/**
 * What jobs cost: prices, estimates, reservations under caps, and the ledger of what was spent. All
 * money is whole micro-USD.
 */
package io.moneyprinter.orchestration.ledger;
