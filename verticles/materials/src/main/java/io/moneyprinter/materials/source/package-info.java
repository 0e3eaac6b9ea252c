/** Where pictures and clips come from: stock sites, archives and picture makers. */
package io.moneyprinter.materials.source;
