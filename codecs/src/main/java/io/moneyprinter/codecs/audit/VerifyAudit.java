package io.moneyprinter.codecs.audit;

/** Asks that the whole audit log be read and checked. */
public record VerifyAudit() {}
