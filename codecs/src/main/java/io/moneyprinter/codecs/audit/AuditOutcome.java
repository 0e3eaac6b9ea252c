package io.moneyprinter.codecs.audit;

/** How an action that is audited ended. */
public enum AuditOutcome {
  /** It was done. */
  SUCCESS,
  /** It was not allowed, or the credential was wrong. */
  REFUSED,
  /** It was allowed, and failed. */
  FAILED
}
