package io.moneyprinter.codecs.monitoring;

/** Where a node stands, as seen from outside. */
public enum NodeState {
  /** Its services are coming up. */
  STARTING,
  /** It takes work. */
  SERVING,
  /** It takes no more work and finishes what is running. */
  DRAINING,
  /** It holds no work and may be stopped. */
  DRAINED,
  /** It said good-bye. */
  LEFT,
  /** It fell silent without a word. */
  LOST;

  /** Whether it can be asked. */
  public boolean present() {
    return this != LEFT && this != LOST;
  }
}
