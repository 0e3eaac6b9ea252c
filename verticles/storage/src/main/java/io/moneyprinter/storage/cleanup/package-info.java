/** Removing what is due, so that it may be killed at any moment. */
package io.moneyprinter.storage.cleanup;
