/** The speech service: who speaks what, and what is kept of it. */
package io.moneyprinter.speech;
