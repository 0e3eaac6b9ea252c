/**
 * The gateway: the one HTTP server that outsiders speak to. The chain that a request goes through
 * is put together in {@link io.moneyprinter.gateway.Entrance}.
 */
package io.moneyprinter.gateway;
