/**
 * Full-text search over titles, tags and descriptions, and what words have to do with each other.
 */
package io.moneyprinter.materials.search;
