/**
 * What was looked at for each scene, and the tenant's own library as a place that pictures come
 * from.
 */
package io.moneyprinter.materials.library;
