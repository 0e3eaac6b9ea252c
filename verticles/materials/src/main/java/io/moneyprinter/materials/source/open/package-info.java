/** Archives of freely licensed pictures and clips. */
package io.moneyprinter.materials.source.open;
