package io.moneyprinter.codecs.threat;

/** What is counted against an address, an account or a key. */
public enum ThreatKind {
  /** Password, code or recovery that was wrong for an account. */
  FAILED_LOGIN,
  /** An API key or token that is not good. */
  FAILED_CREDENTIAL,
  /** A stranger asks for what is not there. */
  NOT_FOUND,
  /** The firewall refused a request. */
  REFUSED,
  /** A WebSocket or bridge was used against its rules, or for somebody else's addresses. */
  BRIDGE_ABUSE,
  /** A key was used with success; from many networks within a short time that is suspicious. */
  KEY_USED
}
