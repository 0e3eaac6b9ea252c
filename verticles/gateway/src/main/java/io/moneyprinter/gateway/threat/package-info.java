/**
 * The threat detector: counts what may be part of an attack, over all nodes, and slows down, locks
 * out or tells of whoever it comes from.
 */
package io.moneyprinter.gateway.threat;
