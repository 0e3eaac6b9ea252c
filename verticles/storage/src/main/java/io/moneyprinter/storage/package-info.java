/** The storage service: files named by their content, and the books about them. */
package io.moneyprinter.storage;
