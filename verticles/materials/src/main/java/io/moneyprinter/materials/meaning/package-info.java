/** What texts mean, told by an embeddings service where one is set. */
package io.moneyprinter.materials.meaning;
