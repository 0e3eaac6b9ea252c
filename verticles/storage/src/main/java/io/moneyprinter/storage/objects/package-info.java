/** One place that keeps objects, whichever it is: a folder, or a bucket behind a guard. */
package io.moneyprinter.storage.objects;
