package io.moneyprinter.gateway.auth;

/** How callers have to show who they are. */
public enum AuthMode {
  /** Programs and pages on this machine may do without a credential. */
  LOCAL,
  /** Everybody needs an API key or a token. */
  REQUIRED
}
