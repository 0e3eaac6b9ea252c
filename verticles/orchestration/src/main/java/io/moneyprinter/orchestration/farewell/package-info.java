/** What goes when an account is deleted. */
package io.moneyprinter.orchestration.farewell;
