/**
 * Stored files, named by their content: blobs, links to them, quotas, retention, holds and
 * cleanups.
 */
package io.moneyprinter.codecs.storage;
