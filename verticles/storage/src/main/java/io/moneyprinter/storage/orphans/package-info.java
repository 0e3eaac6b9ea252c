/** Files that no book knows, and entries without a file. */
package io.moneyprinter.storage.orphans;
