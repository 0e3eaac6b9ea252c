package io.moneyprinter.platform.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProviderClientTest {
  private static final JsonObject FINE = new JsonObject().put("fine", true);

  @RegisterExtension final TestNode test = TestNode.plain();

  private ProviderStub stub;

  @BeforeEach
  void start() {
    stub = new ProviderStub(test.vertx());
  }

  @Test
  void theKeyGoesWhereTheProviderWantsIt() {
    stub.says(FINE).says(FINE);

    Answers.answer(ask(client("secret-1")));
    Answers.answer(ask(client(KeyPlace.header("x-own-key"), Duration.ofSeconds(9), "secret-1")));

    assertThat(stub.asked().get(0).headers().get("authorization")).isEqualTo("Bearer secret-1");
    assertThat(stub.asked().get(1).headers().get("x-own-key")).isEqualTo("secret-1");
  }

  @Test
  void keysAreUsedInTurn() {
    stub.says(FINE).says(FINE).says(FINE);
    ProviderClient client = client("secret-1", "secret-2");

    Answers.answer(ask(client));
    Answers.answer(ask(client));
    Answers.answer(ask(client));

    assertThat(keysUsed()).containsExactly("secret-1", "secret-2", "secret-1");
  }

  @Test
  void aRefusedAndAUsedUpKeyRestWhileAnotherAnswers() {
    stub.refusesKey().usedUp().says(FINE).says(FINE);
    ProviderClient client = client("secret-1", "secret-2", "secret-3");

    Answers.answer(ask(client));
    Answers.answer(ask(client));

    assertThat(keysUsed()).containsExactly("secret-1", "secret-2", "secret-3", "secret-3");
  }

  @Test
  void aBusyKeyIsNotWaitedForWhileAnotherIsFree() {
    stub.busy(60).says(FINE);

    Answers.answer(ask(client("secret-1", "secret-2")));

    assertThat(keysUsed()).containsExactly("secret-1", "secret-2");
  }

  @Test
  void aWrongKeyNamesTheSettingAndNeverTheKey() {
    stub.fails(401, "Incorrect API key: secret-1", "invalid_api_key").forbids();
    ProviderClient client = client("secret-1");

    ServiceFailure wrong = Answers.failure(ask(client));
    ServiceFailure forbidden = Answers.failure(ask(client));

    assertThat(wrong.code()).isEqualTo(FailureCode.INVALID);
    assertThat(wrong.getMessage())
        .contains("test.api-key", "Incorrect API key: …")
        .doesNotContain("secret-1");
    assertThat(forbidden.code()).isEqualTo(FailureCode.INVALID);
    assertThat(forbidden.getMessage()).contains("403", "Not allowed with this key");
  }

  @Test
  void aUsedUpAccountIsAQuota() {
    stub.usedUp();

    assertThat(Answers.failure(ask(client("secret-1"))).code()).isEqualTo(FailureCode.QUOTA);
    assertThat(stub.asked()).hasSize(1);
  }

  @Test
  void aBusyProviderIsAskedAgainWhenItSaysSo() {
    stub.busy(1).says(FINE);
    long before = System.nanoTime();

    Answers.answer(ask(client("secret-1")));

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void aWaitBeyondPatienceOrDeadlineFailsAtOnceAndIsKeptByTheNextCall() {
    stub.busy(60);
    ProviderClient client = client("secret-1");
    ProviderRequest request =
        ProviderRequest.get(stub.address() + "/v1/things")
            .until(Instant.now().plusSeconds(5), Duration.ofMinutes(2));

    assertThat(Answers.failure(client.send(request, answer -> answer)).code())
        .isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(Answers.failure(ask(client)).getMessage()).contains("too many requests");
    assertThat(stub.asked()).hasSize(1);
  }

  @Test
  void silenceErrorsAndBrokenAnswersAreUnavailable() {
    stub.hangs();
    ProviderClient hasty = client(KeyPlace.bearer(), Duration.ofMillis(150), "secret-1");
    assertThat(Answers.failure(ask(hasty)).getMessage()).contains("in time", "test.timeout");

    stub.breaks().cutsOff("application/json", Buffer.buffer("{\"fi")).garbage();
    ProviderClient client = client("secret-1");
    assertThat(Answers.failure(ask(client)).getMessage()).contains("500");
    assertThat(Answers.failure(ask(client)).getMessage()).contains("broke off");
    assertThat(Answers.failure(ask(client)).code()).isEqualTo(FailureCode.UNAVAILABLE);
  }

  @Test
  void anAnswerThatTricklesForeverEndsAtTheTimeLimit() {
    stub.handles(request -> request.response().setChunked(true).write("{"));

    ServiceFailure failure =
        Answers.failure(ask(client(KeyPlace.bearer(), Duration.ofMillis(200), "secret-1")));

    assertThat(failure.getMessage()).contains("in time");
  }

  @Test
  void anEndlessAnswerIsCutAtItsLimit() {
    stub.replies(200, "application/json", Buffer.buffer(new byte[5000]));

    assertThat(Answers.failure(ask(client("secret-1"))).getMessage()).contains("4096 bytes");
  }

  @Test
  void aRedirectIsNotFollowedBecauseTheKeyWouldGoWithIt() {
    stub.replies(302, "text/plain", Buffer.buffer(), "location", stub.address() + "/elsewhere");

    assertThat(Answers.failure(ask(client("secret-1"))).code()).isEqualTo(FailureCode.INVALID);
    assertThat(stub.asked()).hasSize(1);
  }

  @Test
  void anAnswerIsHeardAsItComes() {
    stub.streams("text/event-stream", List.of("one ", "two ", "three"));
    List<String> heard = new CopyOnWriteArrayList<>();

    String whole =
        Answers.answer(
            client("secret-1")
                .send(
                    ProviderRequest.get(stub.address()).heardBy(c -> heard.add(c.toString())),
                    answer -> answer.body().toString()));

    assertThat(whole).isEqualTo("one two three");
    assertThat(heard).hasSizeGreaterThan(1);
    assertThat(String.join("", heard)).isEqualTo(whole);
  }

  @Test
  void aProviderThatKeepsFailingIsLeftAloneAndItsBreakerShows() {
    stub.otherwise(request -> request.response().setStatusCode(500).end());
    ProviderClient client = client("secret-1");
    for (int i = 0; i < ProviderBreaker.FAILURES; i++) {
      Answers.failure(ask(client));
    }

    ServiceFailure failure = Answers.failure(ask(client));

    assertThat(failure.getMessage()).contains("left alone");
    assertThat(stub.asked()).hasSize(ProviderBreaker.FAILURES);
    assertThat(client.resting()).isTrue();
    assertThat(test.node().meters().get("provider.breaker.state").gauge().value()).isEqualTo(2);
    assertThat(
            test.node()
                .meters()
                .get("provider.requests")
                .tag("outcome", "failed")
                .counter()
                .count())
        .isEqualTo(ProviderBreaker.FAILURES);
  }

  @Test
  void refusalsDoNotOpenTheBreaker() {
    stub.otherwise(request -> request.response().setStatusCode(400).end());
    ProviderClient client = client("secret-1");
    for (int i = 0; i <= ProviderBreaker.FAILURES; i++) {
      Answers.failure(ask(client));
    }

    assertThat(client.resting()).isFalse();
    assertThat(stub.asked()).hasSize(ProviderBreaker.FAILURES + 1);
  }

  private List<String> keysUsed() {
    return stub.asked().stream()
        .map(asked -> asked.headers().get("authorization").replace("Bearer ", ""))
        .toList();
  }

  private Future<JsonObject> ask(ProviderClient client) {
    return client.send(
        ProviderRequest.get(stub.address() + "/v1/things"),
        answer -> {
          try {
            return answer.body().toJsonObject();
          } catch (RuntimeException e) {
            throw ServiceFailure.unavailable("It is no JSON");
          }
        });
  }

  private ProviderClient client(String... keys) {
    return client(KeyPlace.bearer(), Duration.ofSeconds(9), keys);
  }

  private ProviderClient client(KeyPlace place, Duration limit, String... keys) {
    return new ProviderClient(
        test.vertx(),
        test.node().meters(),
        new ProviderSettings(
            "test",
            "the test's server",
            ProviderSettings.keys(String.join(",\n", keys)),
            place,
            limit,
            4096,
            new ProviderSettings.SettingNames(
                "test.api-key", "test.base-url", "test.timeout", "test.model")));
  }
}
