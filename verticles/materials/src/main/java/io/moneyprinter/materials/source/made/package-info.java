/** Services that paint a picture from words. */
package io.moneyprinter.materials.source.made;
