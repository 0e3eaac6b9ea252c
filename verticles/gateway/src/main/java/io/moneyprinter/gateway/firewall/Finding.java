package io.moneyprinter.gateway.firewall;

/**
 * Something about a request that is not as it should be.
 *
 * @param rule its name in the log and the metrics
 * @param where in the request, such as {@code path} or {@code query q}
 * @param score how sure it is that this is an attack: {@link #CERTAIN} refuses by itself
 * @param status the HTTP status that says so best
 * @param remedy what would be right, for the caller; {@code null} where telling would only help an
 *     attacker
 */
record Finding(String rule, String where, int score, int status, String remedy) {
  /** Reaches any threshold. */
  static final int CERTAIN = 100;

  /** Malformed beyond doubt; honest mistakes are told what would be right. */
  static Finding malformed(String rule, String where, int status, String remedy) {
    return new Finding(rule, where, CERTAIN, status, remedy);
  }

  /** Looks like an attack. */
  static Finding suspicious(String rule, String where, int score) {
    return new Finding(rule, where, score, 403, null);
  }

  String line() {
    return rule + (score < CERTAIN ? "(" + score + ")" : "") + " in " + where;
  }
}
