package io.moneyprinter.gateway;

import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Ports;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** nginx as a plain proxy that does nothing but pass on, with connections kept to its server. */
final class NginxProxy implements AutoCloseable {
  static final String PROGRAM = "nginx";

  private final Process process;
  final int port;

  private NginxProxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static NginxProxy before(int backend, Path folder) throws IOException {
    int port = Ports.free();
    Path config = folder.resolve("nginx.conf");
    Files.writeString(
        config,
        """
        daemon off; worker_processes 2; pid %1$s/nginx.pid; error_log stderr crit;
        events { worker_connections 512; }
        http {
          access_log off; client_body_temp_path %1$s; proxy_temp_path %1$s;
          fastcgi_temp_path %1$s; uwsgi_temp_path %1$s; scgi_temp_path %1$s;
          upstream hello { server 127.0.0.1:%2$d; keepalive 64; keepalive_requests 1000000000; }
          server {
            listen 127.0.0.1:%3$d;
            keepalive_requests 1000000000;
            location / {
              proxy_pass http://hello; proxy_http_version 1.1; proxy_set_header Connection "";
            }
          }
        }
        """
            .formatted(folder, backend, port));
    Process nginx =
        new ProcessBuilder(PROGRAM, "-c", config.toString(), "-p", folder.toString())
            .inheritIO()
            .start();
    Await.until("nginx listens", Duration.ofSeconds(10), () -> listens(port));
    return new NginxProxy(nginx, port);
  }

  private static boolean listens(int port) {
    try (Socket tried = new Socket("127.0.0.1", port)) {
      return tried.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
