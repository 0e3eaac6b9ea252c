/** Files that come in piece by piece, may be gone on with, and are checked before they are kept. */
package io.moneyprinter.materials.upload;
