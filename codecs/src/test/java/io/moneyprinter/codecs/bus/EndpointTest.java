package io.moneyprinter.codecs.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointTest {
  record Question(String text) {}

  record Reply(String text) {}

  private static final Endpoint<Question, Reply> ASK =
      new Endpoint<>("test.ask", Question.class, Reply.class, Duration.ofMillis(300));

  private Vertx vertx;

  @BeforeEach
  void open() {
    CallContext.prepare();
    vertx = Vertx.vertx();
    vertx
        .eventBus()
        .registerDefaultCodec(Question.class, new RecordCodec<>("test.Q.v1", Question.class))
        .registerDefaultCodec(Reply.class, new RecordCodec<>("test.R.v1", Reply.class))
        .registerDefaultCodec(ServiceFailure.class, new FailureCodec());
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void theSameInstanceArrivesWithinANode() throws TimeoutException {
    AtomicReference<Question> arrived = new AtomicReference<>();
    serve(
        question -> {
          arrived.set(question);
          return Future.succeededFuture(new Reply("yes"));
        });
    Question question = new Question("?");

    Reply reply = ASK.ask(vertx.eventBus(), question).await(5, TimeUnit.SECONDS);

    assertThat(reply.text()).isEqualTo("yes");
    assertThat(arrived.get()).isSameAs(question);
  }

  @Test
  void nobodyServingIsUnavailableAtOnce() {
    assertThat(failure().code()).isEqualTo(FailureCode.UNAVAILABLE);
  }

  @Test
  void aHandlerThatNeverAnswersIsATimeout() {
    serve(question -> Promise.<Reply>promise().future());

    assertThat(failure().code()).isEqualTo(FailureCode.TIMEOUT);
  }

  @Test
  void aHandlerThatThrowsFailsTheCallerAtOnce() {
    serve(
        question -> {
          throw new IllegalStateException("broken");
        });

    ServiceFailure failure = failure();

    assertThat(failure.code()).isEqualTo(FailureCode.INTERNAL);
    assertThat(failure).hasMessageContaining("broken");
  }

  @Test
  void theHandlerSeesWhoAsksAndUntilWhen() throws TimeoutException {
    AtomicReference<CallContext> seen = new AtomicReference<>();
    serve(
        question -> {
          seen.set(CallContext.current().orElseThrow());
          return Future.succeededFuture(new Reply("ok"));
        });
    CallContext caller = new CallContext("abc", "acme", "ada", null);

    ASK.ask(vertx.eventBus(), new Question("?"), caller).await(5, TimeUnit.SECONDS);

    assertThat(seen.get().tenant()).isEqualTo("acme");
    assertThat(seen.get().subject()).isEqualTo("ada");
    assertThat(seen.get().correlationId()).isEqualTo("abc");
    assertThat(seen.get().deadline()).isNotNull();
  }

  @Test
  void twoCallersAtOnceKeepTheirOwnContext() throws TimeoutException {
    serve(
        question ->
            vertx.timer(20).map(later -> new Reply(CallContext.current().orElseThrow().tenant())));
    Future<Reply> one =
        ASK.ask(vertx.eventBus(), new Question("1"), new CallContext("1", "one", "x", null));
    Future<Reply> two =
        ASK.ask(vertx.eventBus(), new Question("2"), new CallContext("2", "two", "x", null));

    assertThat(one.await(5, TimeUnit.SECONDS).text()).isEqualTo("one");
    assertThat(two.await(5, TimeUnit.SECONDS).text()).isEqualTo("two");
  }

  private void serve(java.util.function.Function<Question, Future<Reply>> service) {
    ASK.serve(vertx.eventBus(), service).completion().await();
  }

  private ServiceFailure failure() {
    return catchThrowableOfType(
        ServiceFailure.class,
        () -> ASK.ask(vertx.eventBus(), new Question("?")).await(5, TimeUnit.SECONDS));
  }
}
