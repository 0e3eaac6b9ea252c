/** How long files are kept, who holds them, and what goes with an account. */
package io.moneyprinter.storage.retention;
