package io.moneyprinter.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine's own address. */
final class Loopback {
  static final String HOST = "127.0.0.1";

  private Loopback() {}

  /**
   * A port nobody listens on right now; another program may still take it before the server does.
   */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EngineException(
          "No free port on " + HOST + ": " + e.getMessage(),
          "Check that the loopback network interface is up",
          e);
    }
  }
}
