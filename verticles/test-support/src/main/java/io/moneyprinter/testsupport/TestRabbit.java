package io.moneyprinter.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.platform.rabbitmq.RabbitOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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
  private final RabbitProcess process;

  private TestRabbit(Path program) {
    this.process = new RabbitProcess(program);
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
    return process.uri();
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
        "amqps://guest:guest@" + host + ":" + process.tlsPort(),
        trusted ? Optional.of(process.certificate()) : Optional.empty(),
        plain.heartbeat(),
        plain.prefix(),
        plain.ticketLife());
  }

  /** Starts the broker unless it runs; done when it takes connections. */
  public synchronized void start() {
    process.start();
  }

  /** Stops the broker in order; what is durable comes back with the next start. */
  public synchronized void stop() {
    process.end(ProcessHandle::destroy);
  }

  /** Kills the broker, as a power failure would. */
  public synchronized void kill() {
    process.end(ProcessHandle::destroyForcibly);
  }

  @Override
  public synchronized void close() {
    process.close();
  }
}
