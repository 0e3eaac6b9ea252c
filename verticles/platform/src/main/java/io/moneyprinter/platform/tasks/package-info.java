/**
 * Durable work: tickets in a queue, leases on steps, memory and places to work, and paid calls that
 * are made once.
 */
package io.moneyprinter.platform.tasks;
