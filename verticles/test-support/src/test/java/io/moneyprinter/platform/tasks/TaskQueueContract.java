package io.moneyprinter.platform.tasks;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.codecs.queue.DeadLetter;
import io.moneyprinter.testsupport.Await;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every task queue does, whatever carries it. */
public abstract class TaskQueueContract {
  protected static final String QUEUE = "speech.cpu";
  protected static final QueueLimits LIMITS = new QueueLimits(3, Duration.ofMinutes(10));
  private static final Duration SOON = Duration.ofSeconds(15);

  @RegisterExtension
  final org.junit.jupiter.api.extension.BeforeEachCallback backing = this::prepare;

  protected final Vertx vertx = Vertx.vertx();
  private final List<TaskQueue> opened = new ArrayList<>();
  protected TaskQueue queue;

  /** Called before each test, to get at what the queue stands on. */
  protected abstract void prepare(ExtensionContext test);

  /** One more node's access to the same queue. */
  protected abstract Future<TaskQueue> open(QueueLimits limits);

  protected final TaskQueue another(QueueLimits limits) {
    TaskQueue one = answer(open(limits), 60);
    opened.add(one);
    return one;
  }

  @BeforeEach
  void openQueue() {
    queue = another(LIMITS);
  }

  @AfterEach
  void closeAll() {
    opened.forEach(each -> answer(each.close()));
    answer(vertx.close());
  }

  protected static Ticket ticket(String id) {
    return new Ticket(QUEUE, id, null, 0);
  }

  private static void await(String what, java.util.function.BooleanSupplier condition) {
    Await.until(what, SOON, condition);
  }

  @Test
  void everyTicketIsTakenByOneOfTheNodes() {
    Map<String, Integer> taken = new ConcurrentHashMap<>();
    TaskQueue other = another(LIMITS);
    for (TaskQueue each : List.of(queue, other)) {
      answer(
          each.take(
              QUEUE,
              3,
              id -> {
                taken.merge(id, 1, Integer::sum);
                return Future.succeededFuture();
              }));
    }

    answer(
        queue.put(
            IntStream.range(0, 200).mapToObj(i -> ticket("t" + i)).collect(Collectors.toList())));
    answer(other.put(List.of(new Ticket("video.encode", "elsewhere", null, 0))));

    await("all taken", () -> taken.size() == 200);
    assertThat(taken.values()).containsOnly(1);
    assertThat(taken).doesNotContainKey("elsewhere");
    await(
        "what nobody takes waits",
        () -> answer(other.depths()).getOrDefault("video.encode", 0L) == 1);
  }

  @Test
  void neverMoreTicketsThanSlotsAndTheOthersGoToWhoIsFree() {
    List<Promise<Void>> mine = new CopyOnWriteArrayList<>();
    List<Promise<Void>> theirs = new CopyOnWriteArrayList<>();
    TaskQueue.Consumer busy = answer(queue.take(QUEUE, 2, id -> begin(mine)));
    answer(queue.put(List.of(ticket("a"), ticket("b"), ticket("c"))));
    await("two are handled", () -> mine.size() == 2);
    assertThat(busy.busy()).isEqualTo(2);

    answer(another(LIMITS).take(QUEUE, 2, id -> begin(theirs)));
    await("the third goes elsewhere", () -> theirs.size() == 1);
    assertThat(mine).hasSize(2);

    mine.get(0).complete();
    await("a slot is free", () -> busy.busy() == 1);
    answer(queue.put(List.of(ticket("d"), ticket("e"))));
    await("both slots are used again", () -> mine.size() + theirs.size() == 5);
    mine.forEach(Promise::tryComplete);
    theirs.forEach(Promise::tryComplete);
    await("all done", () -> busy.busy() == 0);
  }

  private static Future<Void> begin(List<Promise<Void>> handled) {
    Promise<Void> work = Promise.promise();
    handled.add(work);
    return work.future();
  }

  @Test
  void theMoreUrgentComesFirst() {
    List<String> order = new CopyOnWriteArrayList<>();
    answer(
        queue.put(
            List.of(
                new Ticket(QUEUE, "later", null, 1),
                new Ticket(QUEUE, "first", null, 9),
                new Ticket(QUEUE, "last", null, 0),
                new Ticket(QUEUE, "second", null, 9))));
    answer(
        queue.take(
            QUEUE,
            1,
            id -> {
              order.add(id);
              return Future.succeededFuture();
            }));

    await("all taken", () -> order.size() == 4);
    assertThat(order).containsExactly("first", "second", "later", "last");
  }

  @Test
  void aTicketIsNotTakenBeforeItsTime() {
    Promise<Instant> taken = Promise.promise();
    answer(
        queue.take(
            QUEUE,
            1,
            id -> {
              taken.tryComplete(Instant.now());
              return Future.succeededFuture();
            }));
    Instant time = Instant.now().plusMillis(900);

    answer(queue.put(List.of(new Ticket(QUEUE, "later", time, 0))));

    assertThat(answer(taken.future())).isBetween(time.minusMillis(5), time.plusSeconds(3));
  }

  @Test
  void aStoppedConsumerTakesNothingMoreAndAnotherDoes() {
    List<Promise<Void>> mine = new CopyOnWriteArrayList<>();
    TaskQueue.Consumer first = answer(queue.take(QUEUE, 2, id -> begin(mine)));
    answer(queue.put(List.of(ticket("begun"))));
    await("begun", () -> mine.size() == 1);

    first.stop();
    Set<String> others = ConcurrentHashMap.newKeySet();
    answer(
        another(LIMITS)
            .take(
                QUEUE,
                1,
                id -> {
                  others.add(id);
                  return Future.succeededFuture();
                }));
    answer(queue.put(List.of(ticket("next"))));

    await("taken elsewhere", () -> others.contains("next"));
    mine.get(0).complete();
    await("finished", () -> first.busy() == 0);
    assertThat(mine).hasSize(1);
    assertThat(others).containsExactly("next");
  }

  @Test
  void whatFailsAgainAndAgainIsADeadLetterThatCanBeReplayedOrDropped() {
    AtomicInteger handled = new AtomicInteger();
    AtomicInteger good = new AtomicInteger();
    Set<String> healed = ConcurrentHashMap.newKeySet();
    answer(
        queue.take(
            QUEUE,
            2,
            id -> {
              if (id.equals("fine") || healed.contains(id)) {
                good.incrementAndGet();
                return Future.succeededFuture();
              }
              handled.incrementAndGet();
              throw new IllegalStateException("no such codec");
            }));
    answer(queue.put(List.of(new Ticket(QUEUE, "bad", null, 4), ticket("fine"), ticket("worse"))));

    await("two are given up", () -> answer(queue.deadLetters().list(10)).size() == 2);
    assertThat(handled).hasValue(2 * LIMITS.deliveries());
    assertThat(good).hasValue(1);
    List<DeadLetter> letters = answer(queue.deadLetters().list(10));
    DeadLetter bad = named("bad", letters);
    assertThat(bad.queue()).isEqualTo(QUEUE);
    assertThat(bad.priority()).isEqualTo(4);
    assertThat(bad.deliveries()).isEqualTo(LIMITS.deliveries());
    assertThat(bad.reason()).contains("no such codec");
    assertThat(bad.at()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
    assertThat(answer(queue.deadLetters().list(1))).hasSize(1);
    assertThat(answer(queue.depths())).containsEntry("dead-letters", 2L);

    healed.add("bad");
    assertThat(answer(queue.deadLetters().replay(Set.of(bad.id())))).isEqualTo(1);
    await("replayed", () -> good.get() == 2);
    assertThat(answer(queue.deadLetters().replay(Set.of(bad.id())))).isZero();

    String worse = named("worse", answer(queue.deadLetters().list(10))).id();
    assertThat(answer(queue.deadLetters().drop(Set.of(worse, bad.id())))).isEqualTo(1);
    assertThat(answer(queue.deadLetters().list(10))).isEmpty();
  }

  private static DeadLetter named(String ticket, List<DeadLetter> letters) {
    return letters.stream().filter(each -> each.ticket().equals(ticket)).findFirst().orElseThrow();
  }

  /** Takes the ticket with a node that then goes away without having handled it. */
  protected abstract void dieOver(String ticket);

  @Test
  void whatItsNodesDieOverIsADeadLetter() {
    answer(queue.put(List.of(ticket("deadly"))));
    for (int i = 0; i < LIMITS.deliveries(); i++) {
      dieOver("deadly");
    }

    AtomicInteger handled = new AtomicInteger();
    answer(
        queue.take(
            QUEUE,
            1,
            id -> {
              handled.incrementAndGet();
              return Future.succeededFuture();
            }));

    await("given up", () -> answer(queue.deadLetters().list(10)).size() == 1);
    DeadLetter letter = answer(queue.deadLetters().list(10)).get(0);
    assertThat(letter.ticket()).isEqualTo("deadly");
    assertThat(letter.deliveries()).isEqualTo(LIMITS.deliveries());
    assertThat(letter.reason()).contains("died");
    assertThat(handled).hasValue(0);
  }

  @Test
  void aTicketPutAgainWhileItsWorkRunsIsNotLost() {
    List<Promise<Void>> handled = new CopyOnWriteArrayList<>();
    answer(queue.take(QUEUE, 1, id -> begin(handled)));
    answer(queue.put(List.of(ticket("step"))));
    await("begun", () -> handled.size() == 1);

    answer(queue.put(List.of(ticket("step"))));
    handled.get(0).complete();

    await("the second is handled too", () -> handled.size() == 2);
    handled.get(1).complete();
    await("none is left", () -> answer(queue.depths()).getOrDefault(QUEUE, 0L) == 0);
  }

  @Test
  void aTicketHeldTooLongIsLeftToItsLease() {
    List<Promise<Void>> handled = new CopyOnWriteArrayList<>();
    TaskQueue brief = another(new QueueLimits(3, Duration.ofMillis(300)));
    TaskQueue.Consumer consumer = answer(brief.take(QUEUE, 1, id -> begin(handled)));
    answer(queue.put(List.of(ticket("long"))));
    await("begun", () -> handled.size() == 1);
    Promise<Void> held = Promise.promise();
    vertx.setTimer(900, now -> held.complete());
    answer(held.future());

    assertThat(consumer.busy()).isEqualTo(1);
    handled.forEach(Promise::tryComplete);
    await("the slot is free", () -> consumer.busy() == 0 || handled.size() > 1);
    handled.forEach(Promise::tryComplete);
    answer(queue.put(List.of(ticket("next"))));
    await("it goes on", () -> handled.stream().filter(p -> !p.future().isComplete()).count() > 0);
    await("nothing is held", () -> letGo(handled) && consumer.busy() == 0);
    assertThat(answer(queue.deadLetters().list(10))).isEmpty();
  }

  /** Also of what came again meanwhile. */
  private static boolean letGo(List<Promise<Void>> handled) {
    handled.forEach(Promise::tryComplete);
    return true;
  }

  @Test
  void whatWaitsIsMeasured() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    QueueMeters.start(vertx, queue, meters, Duration.ofMillis(200));
    answer(queue.put(List.of(ticket("a"), ticket("b"))));

    await("two wait", () -> depth(meters) == 2);
    answer(queue.take(QUEUE, 2, id -> Future.succeededFuture()));
    await("none waits", () -> depth(meters) <= 0);
  }

  /** -1 while nothing is known of the queue. */
  private static double depth(SimpleMeterRegistry meters) {
    Gauge gauge = meters.find("queue.depth").tag("queue", QUEUE).gauge();
    return gauge == null ? -1 : gauge.value();
  }

  @Test
  void itAnswersWhenAsked() {
    answer(queue.ping());
  }
}
