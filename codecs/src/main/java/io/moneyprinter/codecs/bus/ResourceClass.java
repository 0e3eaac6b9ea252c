package io.moneyprinter.codecs.bus;

/** What a task occupies while it runs. */
public enum ResourceClass {
  /** Waiting for others: network and database. Many at once. */
  NETWORK("network"),
  /** One core for a while: speech synthesis, drawing, hashing. */
  CPU("cpu"),
  /** FFmpeg encoding on the CPU: memory and all cores it is given. */
  ENCODE("encode");

  private final String queueName;

  ResourceClass(String queueName) {
    this.queueName = queueName;
  }

  /** The word in queue names, metrics and settings. */
  public String queueName() {
    return queueName;
  }
}
