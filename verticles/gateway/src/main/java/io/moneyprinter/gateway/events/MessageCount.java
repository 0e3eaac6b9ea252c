package io.moneyprinter.gateway.events;

/** Counts the messages of one socket in windows. Of one event loop. */
public final class MessageCount {
  private final int most;
  private long began = System.nanoTime();
  private int count;

  /**
   * @param most messages in a window
   */
  public MessageCount(int most) {
    this.most = most;
  }

  /** Counts one more. */
  public boolean tooMany() {
    long now = System.nanoTime();
    if (now - began > SocketLimits.WINDOW.toNanos()) {
      began = now;
      count = 0;
    }
    return ++count > most;
  }
}
