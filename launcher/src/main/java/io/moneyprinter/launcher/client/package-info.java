/** A running node as commands see it, over its HTTP API. */
package io.moneyprinter.launcher.client;
