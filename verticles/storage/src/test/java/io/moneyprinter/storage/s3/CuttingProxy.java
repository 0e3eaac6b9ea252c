package io.moneyprinter.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Passes TCP connections on, and cuts them when so many bytes have gone through. */
public final class CuttingProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong up = new AtomicLong();
  private final AtomicLong down = new AtomicLong();
  private final AtomicLong upLimit = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong downOnce = new AtomicLong(Long.MAX_VALUE);

  public CuttingProxy(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Connections that were made through it. */
  public int connections() {
    return connections.get();
  }

  /** From so many further bytes towards the server on, every connection is cut at once. */
  public void cutUploadsAfter(long bytes) {
    up.set(0);
    upLimit.set(bytes);
  }

  /** After so many bytes towards the client, one connection is cut. */
  public void cutOneDownloadAfter(long bytes) {
    downOnce.set(bytes);
  }

  /** Cuts nothing any more; answers how many bytes have gone towards the server meanwhile. */
  public long mend() {
    upLimit.set(Long.MAX_VALUE);
    return up.getAndSet(0);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        connections.incrementAndGet();
        open.add(client);
        open.add(server);
        thread(() -> pump(client, server, true));
        thread(() -> pump(server, client, false));
      } catch (IOException e) {
        // Closed, or the server is away: the client's connection ends with it.
      }
    }
  }

  private void pump(Socket from, Socket to, boolean upwards) {
    byte[] chunk = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        if (upwards ? up.addAndGet(n) > upLimit.get() : cutNow(n)) {
          return;
        }
        out.write(chunk, 0, n);
      }
    } catch (IOException e) {
      // The other side was cut.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /** How many bytes have gone towards the client since this was asked last. */
  public long downloaded() {
    return down.getAndSet(0);
  }

  private boolean cutNow(int bytes) {
    down.addAndGet(bytes);
    if (downOnce.get() == Long.MAX_VALUE || downOnce.addAndGet(-bytes) > 0) {
      return false;
    }
    downOnce.set(Long.MAX_VALUE);
    return true;
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
