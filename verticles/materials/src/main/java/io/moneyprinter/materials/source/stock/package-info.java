/** Stock libraries of pictures and clips, with keys. */
package io.moneyprinter.materials.source.stock;
