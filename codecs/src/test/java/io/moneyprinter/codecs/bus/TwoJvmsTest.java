package io.moneyprinter.codecs.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import io.moneyprinter.codecs.orchestration.CancelJob;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every message really crosses from one process to another and comes back the same. */
class TwoJvmsTest {
  static final String ECHO = "test.echo";

  /** Served by this process too, for a while; how soon that is forgotten must disturb no test. */
  private static final String SHARED = "test.shared";

  private static final String ADD_OPENS = "ALL-UNNAMED";

  private static Process other;
  private static Vertx vertx;

  /** Once for all tests: two members take longer to find one another than any of them. */
  @BeforeAll
  static void join() throws Exception {
    int here = freePort();
    vertx = clustered(here, here);
    other = startOther(freePort(), here);
    awaitOther(ECHO);
    awaitOther(SHARED);
  }

  @AfterAll
  static void close() {
    if (other != null) {
      other.destroyForcibly();
    }
    if (vertx != null) {
      vertx.close().await();
    }
  }

  @Test
  void everyRecordComesBackFromAnotherProcessAsItWas() {
    MessageCatalogue.all()
        .types()
        .forEach(
            (name, type) -> {
              Record sample = Samples.of(type);
              assertThat(echo(sample)).as(name).isEqualTo(sample);
            });
  }

  @Test
  void aFailureCrossesToo() throws Exception {
    Throwable thrown =
        vertx
            .eventBus()
            .request(ECHO, "fail")
            .<Throwable>map(reply -> null)
            .otherwise(cause -> cause)
            .await(20, TimeUnit.SECONDS);

    assertThat(thrown)
        .isInstanceOfSatisfying(
            ServiceFailure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(FailureCode.QUOTA);
              assertThat(failure.violations()).hasSize(1);
            });
  }

  @Test
  void aNodeThatServesAnAddressItselfAsksNoOther() throws Exception {
    Endpoint<CancelJob, CancelJob> call = new Endpoint<>(SHARED, CancelJob.class, CancelJob.class);
    CancelJob question = new CancelJob("asked");
    assertThat(call.ask(vertx.eventBus(), question).await(20, TimeUnit.SECONDS))
        .isEqualTo(question);

    MessageConsumer<Object> own =
        call.serve(
            vertx.eventBus(), ignored -> Future.succeededFuture(new CancelJob("answered here")));
    own.completion().await(20, TimeUnit.SECONDS);

    for (int i = 0; i < 10; i++) {
      assertThat(call.ask(vertx.eventBus(), question).await(20, TimeUnit.SECONDS).jobId())
          .isEqualTo("answered here");
    }
    own.unregister().await(20, TimeUnit.SECONDS);
  }

  private Object echo(Record sample) {
    try {
      return vertx
          .eventBus()
          .request(ECHO, sample, new DeliveryOptions().setSendTimeout(20_000))
          .await(30, TimeUnit.SECONDS)
          .body();
    } catch (TimeoutException e) {
      throw new AssertionError("No echo of " + sample, e);
    }
  }

  private static void awaitOther(String address) throws TimeoutException {
    // Its registration spreads through the cluster; ask until it is known here.
    vertx
        .eventBus()
        .request(address, "ready")
        .recover(cause -> askAgain(address))
        .await(60, TimeUnit.SECONDS);
  }

  private static Future<io.vertx.core.eventbus.Message<Object>> askAgain(String address) {
    return vertx
        .timer(50)
        .compose(tick -> vertx.eventBus().request(address, "ready"))
        .recover(cause -> askAgain(address));
  }

  private static Process startOther(int port, int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.lang=" + ADD_OPENS,
            "-cp",
            System.getProperty("java.class.path"),
            Echo.class.getName(),
            Integer.toString(port),
            Integer.toString(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static Vertx clustered(int port, int first) {
    CallContext.prepare();
    Config config = ConfigUtil.loadConfig();
    config.setClusterName("codecs-test-" + first);
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config
        .getNetworkConfig()
        .getJoin()
        .getTcpIpConfig()
        .setEnabled(true)
        .setMembers(List.of("127.0.0.1:" + first));
    Vertx vertx =
        Vertx.builder()
            .with(
                new VertxOptions()
                    .setEventBusOptions(
                        new EventBusOptions()
                            .setHost("127.0.0.1")
                            .setClusterPublicHost("127.0.0.1")))
            .withClusterManager(new HazelcastClusterManager(config))
            .buildClustered()
            .await();
    MessageCatalogue.all().registerOn(vertx.eventBus());
    return vertx;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The other process: sends back whatever record arrives. */
  public static final class Echo {
    private Echo() {}

    public static void main(String[] ports) {
      Vertx vertx = clustered(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
      List.of(ECHO, SHARED).forEach(address -> serve(vertx, address));
    }

    private static void serve(Vertx vertx, String address) {
      vertx
          .eventBus()
          .consumer(
              address,
              message ->
                  message.reply(
                      "fail".equals(message.body())
                          ? new ServiceFailure(
                              FailureCode.QUOTA, "used up", List.of(new Violation("/a", "b")))
                          : message.body()))
          .completion()
          .await();
    }
  }
}
