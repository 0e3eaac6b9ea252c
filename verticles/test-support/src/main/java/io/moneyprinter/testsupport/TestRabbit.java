package io.moneyprinter.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.rabbitmq.RabbitOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real RabbitMQ that the tests of one JVM share: started on first use as a process of ours with
 * a node name, folder and ports of its own, stopped after the last test. It may be stopped and
 * started in between.
 *
 * <p>Where none is installed the test is left out, visibly; with {@code CI} set it fails.
 */
public final class TestRabbit implements ExtensionContext.Store.CloseableResource {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Path program;
  private final Path folder;
  private final int port = freePort();
  private final int tlsPort = freePort();
  private final int distribution = freePort();
  private final int mapper = freePort();
  private TestCertificate certificate;
  private Process portMapper;
  private Process server;

  private TestRabbit(Path program) {
    this.program = program;
    try {
      folder = Files.createTempDirectory("moneyprinter-rabbitmq-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That of the running test JVM, running. */
  public static TestRabbit of(ExtensionContext test) {
    Optional<Path> installed = installed();
    assertThat(installed.isPresent() || System.getenv("CI") == null)
        .as("CI has rabbitmq-server")
        .isTrue();
    Assumptions.assumeTrue(installed.isPresent(), "No RabbitMQ is installed (rabbitmq-server)");
    TestRabbit rabbit =
        test.getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(
                TestRabbit.class, key -> new TestRabbit(installed.get()), TestRabbit.class);
    rabbit.start();
    return rabbit;
  }

  /** Debian's wrapper in the search path insists on a user of its own; this is what it calls. */
  private static Optional<Path> installed() {
    return Stream.of("/usr/lib/rabbitmq/bin/rabbitmq-server", "/opt/rabbitmq/sbin/rabbitmq-server")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The broker under a prefix of its own, so that tests never see one another's queues. */
  public RabbitOptions fresh() {
    return new RabbitOptions(
        uri(),
        Optional.empty(),
        Duration.ofSeconds(10),
        "t" + UUID.randomUUID().toString().replace("-", ""),
        Duration.ofMinutes(5));
  }

  public String uri() {
    return "amqp://guest:guest@127.0.0.1:" + port;
  }

  /**
   * The same over TLS. The certificate is good for 127.0.0.1 and for no other name.
   *
   * @param host that is asked for
   * @param trusted whether to trust the broker's certificate
   */
  public RabbitOptions overTls(String host, boolean trusted) {
    RabbitOptions plain = fresh();
    return new RabbitOptions(
        "amqps://guest:guest@" + host + ":" + tlsPort,
        trusted ? Optional.of(certificate.certificate()) : Optional.empty(),
        plain.heartbeat(),
        plain.prefix(),
        plain.ticketLife());
  }

  /** Starts the broker unless it runs; done when it takes connections. */
  public synchronized void start() {
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

  /** Stops the broker in order; what is durable comes back with the next start. */
  public synchronized void stop() {
    end(ProcessHandle::destroy);
  }

  /** Kills the broker, as a power failure would. */
  public synchronized void kill() {
    end(ProcessHandle::destroyForcibly);
  }

  private void end(java.util.function.Consumer<ProcessHandle> how) {
    if (server == null) {
      return;
    }
    List<ProcessHandle> all =
        Stream.concat(server.descendants(), Stream.of(server.toHandle())).toList();
    all.forEach(how);
    for (ProcessHandle each : all) {
      try {
        each.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
        each.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    server = null;
  }

  @Override
  public synchronized void close() {
    kill();
    if (portMapper != null) {
      portMapper.destroyForcibly();
    }
    DataFolder.delete(folder);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
