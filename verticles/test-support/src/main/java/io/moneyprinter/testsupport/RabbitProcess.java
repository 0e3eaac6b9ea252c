package io.moneyprinter.testsupport;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.moneyprinter.platform.node.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A RabbitMQ with a node name, folder and ports of its own, and the port mapper that Erlang wants,
 * from their first start until nothing of them is left. For one thread at a time.
 */
final class RabbitProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Path program;
  private final Path folder = TestFolders.make("rabbitmq");
  private final int port = Ports.free();
  private final int tlsPort = Ports.free();
  private final int distribution = Ports.free();
  private final int mapper = Ports.free();
  private TestCertificate certificate;
  private Process portMapper;
  private Process server;

  RabbitProcess(Path program) {
    this.program = program;
  }

  String uri() {
    return "amqp://guest:guest@127.0.0.1:" + port;
  }

  int tlsPort() {
    return tlsPort;
  }

  /** The file of the certificate that it shows; good for 127.0.0.1 and for no other name. */
  Path certificate() {
    return certificate.certificate();
  }

  /** Starts the broker unless it runs; done when it takes connections. */
  void start() {
    if (server != null && server.isAlive()) {
      return;
    }
    try {
      if (portMapper == null) {
        certificate = TestCertificate.in(folder);
        portMapper = run("epmd", List.of("epmd", "-port", Integer.toString(mapper)));
      }
      Files.writeString(
          folder.resolve("rabbitmq.conf"),
          """
          listeners.tcp.1 = 127.0.0.1:%d
          listeners.ssl.1 = 127.0.0.1:%d
          ssl_options.cacertfile = %s
          ssl_options.certfile = %s
          ssl_options.keyfile = %s
          ssl_options.verify = verify_none
          log.console = false
          """
              .formatted(
                  port,
                  tlsPort,
                  certificate.certificate(),
                  certificate.certificate(),
                  certificate.key()));
      Files.writeString(folder.resolve("plugins"), "[].\n");
      server = run("server", List.of(program.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Await.until("RabbitMQ takes connections", START_LIMIT, this::answers);
  }

  private Process run(String name, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    String log = folder.resolve("log").toString();
    builder
        .environment()
        .putAll(
            Map.of(
                "HOME", folder.toString(),
                "RABBITMQ_NODENAME", "test-" + port + "@localhost",
                "RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString(),
                "RABBITMQ_LOG_BASE", log,
                "RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString(),
                "RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("plugins").toString(),
                "RABBITMQ_CONF_ENV_FILE", folder.resolve("none").toString(),
                "RABBITMQ_NODE_PORT", Integer.toString(port),
                "RABBITMQ_DIST_PORT", Integer.toString(distribution),
                "ERL_EPMD_PORT", Integer.toString(mapper)));
    // Idle schedulers that spin would take the processor from the tests.
    builder
        .environment()
        .put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".out").toFile()))
        .start();
  }

  private boolean answers() {
    if (!server.isAlive()) {
      throw new AssertionError("RabbitMQ ended at once: " + output());
    }
    ConnectionFactory factory = new ConnectionFactory();
    try {
      factory.setUri(uri());
      factory.setConnectionTimeout(1_000);
      try (Connection connection = factory.newConnection()) {
        return connection.isOpen();
      }
    } catch (IOException | TimeoutException e) {
      return false;
    } catch (GeneralSecurityException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("server.out"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Ends it in the way that is said; what is durable comes back with the next start. */
  void end(Consumer<ProcessHandle> how) {
    if (server == null) {
      return;
    }
    List<ProcessHandle> all =
        Stream.concat(server.descendants(), Stream.of(server.toHandle())).toList();
    all.forEach(how);
    for (ProcessHandle each : all) {
      try {
        each.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        each.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    server = null;
  }

  @Override
  public void close() {
    end(ProcessHandle::destroyForcibly);
    if (portMapper != null) {
      portMapper.destroyForcibly();
    }
    DataFolder.delete(folder);
  }
}
