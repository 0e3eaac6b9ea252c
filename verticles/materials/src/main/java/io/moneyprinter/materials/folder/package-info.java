/** A folder of the user's own files, taken in as it is, and only what is new in it. */
package io.moneyprinter.materials.folder;
