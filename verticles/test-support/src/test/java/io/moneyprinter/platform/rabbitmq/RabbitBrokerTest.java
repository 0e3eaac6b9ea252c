package io.moneyprinter.platform.rabbitmq;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.platform.tasks.QueueLimits;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.Ticket;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestRabbit;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

class RabbitBrokerTest {
  private static final String QUEUE = "video.encode";
  private static final Duration LONG = Duration.ofSeconds(60);

  @RegisterExtension final BeforeEachCallback broker = test -> rabbit = TestRabbit.of(test);

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Integer> handled = new ConcurrentHashMap<>();
  private TestRabbit rabbit;
  private RabbitOptions options;
  private RabbitBroker opened;
  private TaskQueue queue;

  @BeforeEach
  void open() {
    options = rabbit.fresh();
    opened = answer(RabbitBroker.open(vertx, options, QueueLimits.USUAL));
    queue = opened.tasks();
  }

  @AfterEach
  void close() {
    answer(queue.close());
    answer(vertx.close());
    rabbit.start();
  }

  /** As the orchestration does: what could not be put is put again. */
  private Future<Void> putForCertain(String id) {
    return queue
        .put(List.of(new Ticket(QUEUE, id, null, 0)))
        .recover(away -> vertx.timer(200).compose(now -> putForCertain(id)));
  }

  /** Puts tickets at a steady rate while consumers handle them. */
  private void load(int count) {
    AtomicInteger put = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      answer(
          queue.take(
              QUEUE,
              4,
              id -> {
                handled.merge(id, 1, Integer::sum);
                return vertx.timer(40).mapEmpty();
              }));
    }
    vertx.setPeriodic(
        8,
        tick -> {
          if (put.get() < count) {
            putForCertain("t" + put.getAndIncrement());
          }
        });
    Await.until("some are handled", LONG, () -> handled.size() > 50);
  }

  @Test
  void everyTicketIsHandledThoughTheBrokerStopsUnderLoad() {
    load(400);

    rabbit.stop();
    Await.until("noticed", LONG, () -> !pings());
    assertThat(Answers.failure(queue.put(List.of(ticket()))).code())
        .isEqualTo(FailureCode.UNAVAILABLE);
    rabbit.start();

    Await.until("all are handled", LONG, () -> handled.size() == 400);
    assertThat(pings()).isTrue();
    assertThat(answer(queue.deadLetters().list(10))).isEmpty();
  }

  @Test
  void workUnderWayWhenTheBrokerIsKilledIsNotBegunAgain() {
    List<Promise<Void>> work = new CopyOnWriteArrayList<>();
    TaskQueue.Consumer consumer =
        answer(
            queue.take(
                "video.cpu",
                2,
                id -> {
                  Promise<Void> one = Promise.promise();
                  work.add(one);
                  return one.future();
                }));
    answer(
        queue.put(
            List.of(
                new Ticket("video.cpu", "a", null, 0),
                new Ticket("video.cpu", "b", null, 0),
                new Ticket("video.cpu", "c", null, 0))));
    Await.until("two are under way", LONG, () -> work.size() == 2);
    load(400);

    rabbit.kill();
    Await.until("noticed", LONG, () -> !pings());
    work.get(0).complete(); // while there is nobody to tell
    rabbit.start();

    Await.until("the third has begun", LONG, () -> work.size() == 3);
    assertThat(consumer.busy()).isEqualTo(2);
    work.forEach(Promise::tryComplete);
    Await.until("all are done", LONG, () -> consumer.busy() == 0);
    assertThat(work).hasSize(3);
    Await.until("the load is handled too", LONG, () -> handled.size() == 400);
  }

  private static Ticket ticket() {
    return new Ticket("nobody.takes", "x", null, 0);
  }

  private boolean pings() {
    try {
      answer(queue.ping());
      return true;
    } catch (ServiceFailure away) {
      return false;
    }
  }

  @Test
  void aDeletedQueueIsMadeAgain() throws Exception {
    answer(
        queue.take(
            QUEUE,
            1,
            id -> {
              handled.merge(id, 1, Integer::sum);
              return Future.succeededFuture();
            }));
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      channel.queueDelete(options.prefix() + "." + QUEUE);
    }

    Await.until(
        "taken from again",
        LONG,
        () -> {
          if (handled.isEmpty()) {
            answer(putForCertain("after"));
          }
          return !handled.isEmpty();
        });
  }

  @Test
  void eventsReachConsumersOutside() throws Exception {
    JobEvent created = event(1, JobEvent.Type.JOB_CREATED);
    JobEvent done = event(2, JobEvent.Type.STEP_DONE);
    try (Connection connection = connect();
        Channel channel = connection.createChannel()) {
      String all = channel.queueDeclare().getQueue();
      channel.queueBind(all, "video.events", "video.#");
      String some = channel.queueDeclare().getQueue();
      channel.queueBind(some, "video.events", "video.created");

      answer(opened.events().publish(List.of(created, done), "corr-7"));

      GetResponse first = channel.basicGet(all, true);
      assertThat(first.getEnvelope().getRoutingKey()).isEqualTo("video.created");
      assertThat(first.getProps().getMessageId()).isEqualTo(created.jobId() + ":1");
      assertThat(first.getProps().getCorrelationId()).isEqualTo("corr-7");
      assertThat(first.getProps().getDeliveryMode()).isEqualTo(2);
      assertThat(RecordJson.wire().readValue(first.getBody(), JobEvent.class)).isEqualTo(created);
      assertThat(channel.basicGet(all, true).getEnvelope().getRoutingKey())
          .isEqualTo("video.step.done");
      assertThat(channel.messageCount(some)).isEqualTo(1);
    }
  }

  private static JobEvent event(long sequence, JobEvent.Type type) {
    return new JobEvent(
        "0b7e2a52-8a2c-4f4e-9f0e-3f8a2f1e6d11",
        "acme",
        sequence,
        Instant.parse("2026-01-31T12:00:00Z"),
        type,
        JobState.RUNNING,
        null,
        null,
        0.5,
        "So it is");
  }

  private Connection connect() throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(rabbit.uri());
    return factory.newConnection();
  }

  @Test
  void overTlsOnlyTheRightBrokerIsSpokenTo() {
    RabbitBroker trusted =
        answer(RabbitBroker.open(vertx, rabbit.overTls("127.0.0.1", true), QueueLimits.USUAL));
    answer(trusted.tasks().put(List.of(ticket())));
    answer(trusted.tasks().close());

    for (RabbitOptions refused :
        List.of(rabbit.overTls("127.0.0.1", false), rabbit.overTls("localhost", true))) {
      assertThat(Answers.failure(RabbitBroker.open(vertx, refused, QueueLimits.USUAL)).code())
          .isEqualTo(FailureCode.UNAVAILABLE);
    }
  }

  @Test
  void anAuthorityThatIsNoFileIsToldAtOnce() {
    RabbitOptions tls = rabbit.overTls("127.0.0.1", true);
    RabbitOptions wrong =
        new RabbitOptions(
            tls.uri(),
            Optional.of(java.nio.file.Path.of("no-such.pem")),
            tls.heartbeat(),
            tls.prefix(),
            tls.ticketLife());

    ServiceFailure failure = Answers.failure(RabbitBroker.open(vertx, wrong, QueueLimits.USUAL));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.getMessage()).contains("no-such.pem").doesNotContain("guest:guest");
  }

  @Test
  void aWrongPasswordIsToldWithTheSetting() {
    RabbitOptions wrong =
        new RabbitOptions(
            options.uri().replace("guest:guest", "guest:secret"),
            Optional.empty(),
            options.heartbeat(),
            options.prefix(),
            options.ticketLife());

    ServiceFailure failure = Answers.failure(RabbitBroker.open(vertx, wrong, QueueLimits.USUAL));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure.getMessage())
        .contains("queue.rabbitmq", "password")
        .doesNotContain("secret");
  }
}
