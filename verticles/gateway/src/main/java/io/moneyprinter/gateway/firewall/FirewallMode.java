package io.moneyprinter.gateway.firewall;

/** What becomes of a request that looks like an attack. */
public enum FirewallMode {
  /** It is refused, and told of in the log. */
  ENFORCE,
  /** It passes, and is told of in the log. */
  REPORT,
  /** Nobody looks. */
  OFF
}
