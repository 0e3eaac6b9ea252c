/** How much of what also lies in a bucket stays on this disk. */
package io.moneyprinter.storage.cache;
