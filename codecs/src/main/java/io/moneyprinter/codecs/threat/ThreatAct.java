package io.moneyprinter.codecs.threat;

/** What is done about somebody, from nothing to the hardest. */
public enum ThreatAct {
  /** Nothing: they may go on. */
  PASS,
  /** People are told; the requests go on. */
  NOTIFY,
  /** Their requests wait before they are looked at. */
  SLOW,
  /** Their requests are refused for a time. */
  LOCK
}
