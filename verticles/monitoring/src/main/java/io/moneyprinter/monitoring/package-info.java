/** The monitoring service, and the management port with health and metrics. */
package io.moneyprinter.monitoring;
