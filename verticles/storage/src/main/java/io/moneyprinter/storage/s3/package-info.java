/** Buckets that speak the S3 protocol. */
package io.moneyprinter.storage.s3;
