/**
 * A content delivery network before the buckets: signed addresses, and forgetting what was deleted.
 */
package io.moneyprinter.storage.cdn;
