/** The event-bus bridge for browsers: a few permitted addresses, and of the own tenant only. */
package io.moneyprinter.gateway.bridge;
