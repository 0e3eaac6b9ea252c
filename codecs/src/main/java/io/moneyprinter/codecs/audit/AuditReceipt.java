package io.moneyprinter.codecs.audit;

/**
 * Where a record stands in the audit log.
 *
 * @param sequence 1 for the first, without gaps
 * @param hash SHA-256 of the chain up to and with this record, in hexadecimal
 */
public record AuditReceipt(long sequence, String hash) {}
