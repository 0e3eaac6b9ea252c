/**
 * Music that exists: the house's pieces, the tenant's own, a folder's, and those of catalogues on
 * the web.
 */
package io.moneyprinter.materials.music.library;
