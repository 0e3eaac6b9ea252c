/** What the library knows of each file: its words, versions, uses and collections. */
package io.moneyprinter.materials.asset;
