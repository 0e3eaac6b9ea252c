package io.moneyprinter.platform.pools;

/** The kinds of blocking work. */
public enum Pool {
  /** Computing in the JVM: drawing, speech, music. As many threads as cores. */
  MEDIA("media"),
  /** Feeding and awaiting encoders. */
  ENCODE("encode"),
  /** Hashing and signing. */
  CRYPTO("crypto");

  private final String threadName;

  Pool(String threadName) {
    this.threadName = threadName;
  }

  /** The word in thread names and metrics. */
  public String threadName() {
    return threadName;
  }
}
