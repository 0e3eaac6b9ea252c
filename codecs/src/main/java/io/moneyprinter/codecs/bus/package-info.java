/**
 * The typed event bus: {@link io.moneyprinter.codecs.bus.Endpoint}s, {@link
 * io.moneyprinter.codecs.bus.Task}s and {@link io.moneyprinter.codecs.bus.Topic}s, the catalogue of
 * all that may travel, who calls and until when, and how a service fails.
 */
package io.moneyprinter.codecs.bus;
