package io.moneyprinter.gateway.proxy;

/** How requests are spread over the servers of a service. */
public enum Balance {
  /** One after the other. */
  ROUND_ROBIN,
  /** One after the other, in proportion to their weights. */
  WEIGHTED,
  /** To the one with the fewest requests in flight for its weight. */
  LEAST_CONNECTIONS,
  /** The same caller's address always to the same server, as long as that is there. */
  ADDRESS_HASH
}
