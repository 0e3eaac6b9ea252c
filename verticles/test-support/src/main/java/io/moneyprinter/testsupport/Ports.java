package io.moneyprinter.testsupport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for processes that have to be told one. */
public final class Ports {
  /**
   * Below those that systems give to outgoing connections (Linux from 32768, others from 49152):
   * one of these is not taken again before the process that was told it gets to it.
   */
  private static final int FIRST = 10_000;

  private static final int LAST = 32_767;

  private Ports() {}

  /** One that was free just now. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // Another one, then.
      }
    }
  }
}
