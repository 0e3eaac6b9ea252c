/**
 * The cluster as operators see it: nodes, their load and health, what runs where, and series of
 * measurements.
 */
package io.moneyprinter.codecs.monitoring;
