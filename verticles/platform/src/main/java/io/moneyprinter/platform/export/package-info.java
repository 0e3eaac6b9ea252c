/** How services hand out all that they keep of somebody: the counterpart of departures. */
package io.moneyprinter.platform.export;
