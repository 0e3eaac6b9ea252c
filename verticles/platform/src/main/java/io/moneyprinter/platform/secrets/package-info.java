/** Secrets that settings only refer to: where they are, what they are now, and who uses them. */
package io.moneyprinter.platform.secrets;
