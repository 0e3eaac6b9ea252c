/** How services forget people whose account is no more. */
package io.moneyprinter.platform.departures;
