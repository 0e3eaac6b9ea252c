/** Links that let somebody without an account have a file for a time. */
package io.moneyprinter.storage.links;
