/** Files compressed and encrypted before they leave the house. */
package io.moneyprinter.storage.sealing;
