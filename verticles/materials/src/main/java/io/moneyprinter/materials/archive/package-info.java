/** ZIP files with many pictures: listed, checked and unpacked without trusting them. */
package io.moneyprinter.materials.archive;
