/**
 * The one way to call an outside provider over HTTP: keys in turn, waits that the provider asks
 * for, a circuit breaker, a time limit, a bounded body, and failures that name the setting to mend.
 */
package io.moneyprinter.platform.providers;
