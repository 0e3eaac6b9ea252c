package io.moneyprinter.gateway.proxy;

import java.net.URI;
import java.time.Duration;

/**
 * One server, and how it did lately. A server that fails several times in a row is ejected for a
 * while, each time for longer, so that a sick one does not get its share of requests. Of one event
 * loop.
 */
final class Upstream {
  private static final int LONGEST_FACTOR = 10;

  private final URI address;
  private final int weight;
  private int inFlight;
  private int failuresInRow;
  private int ejections;
  private long ejectedUntil;
  private double current;

  /**
   * @param address scheme, host and port, and a path that goes before that of requests
   * @param weight its share, at least 1
   */
  Upstream(URI address, int weight) {
    this.address = address;
    this.weight = weight;
  }

  URI address() {
    return address;
  }

  int weight() {
    return weight;
  }

  String host() {
    return address.getHost();
  }

  int port() {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return secure() ? 443 : 80;
  }

  boolean secure() {
    return "https".equals(address.getScheme());
  }

  int inFlight() {
    return inFlight;
  }

  boolean ejected(long nanos) {
    return ejectedUntil - nanos > 0 && ejections > 0;
  }

  void begin() {
    inFlight++;
  }

  /** A request ended for reasons that are not this server's. */
  void leave() {
    inFlight--;
  }

  void succeed() {
    inFlight--;
    failuresInRow = 0;
    if (ejections > 0 && !ejected(System.nanoTime())) {
      ejections--; // it did well after it came back
    }
  }

  /**
   * It did not answer, or with a fault of its own.
   *
   * @param most failures in a row that it may have
   * @param pause of the first ejection
   */
  void fail(int most, Duration pause) {
    inFlight--;
    if (++failuresInRow >= most) {
      failuresInRow = 0;
      ejections = Math.min(LONGEST_FACTOR, ejections + 1);
      ejectedUntil = System.nanoTime() + pause.toNanos() * ejections;
    }
  }

  /** For the smooth weighted turn. */
  double gain(double amount) {
    current += amount;
    return current;
  }
}
