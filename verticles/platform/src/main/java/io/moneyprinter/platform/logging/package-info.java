/** Correlation, tenant and trace in every line of the log. */
package io.moneyprinter.platform.logging;
