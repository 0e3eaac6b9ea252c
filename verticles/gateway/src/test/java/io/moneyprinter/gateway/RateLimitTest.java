package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.engines.EmbeddedRedis;
import io.moneyprinter.engines.EmbeddedRedisOptions;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.NodeCopy;
import io.moneyprinter.testsupport.TestFolders;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RateLimitTest {
  private static final String[] USERS_ONLY = {
    "auth", "required", "limits.address-rate", "10000", "limits.address-burst", "100000"
  };

  @RegisterExtension final TestNode first = TestNode.plain();
  @RegisterExtension final TestNode second = TestNode.plain();
  @TempDir Path folder;
  private EmbeddedRedis redis;

  @AfterEach
  void stopRedis() {
    if (redis != null) {
      redis.close();
    }
  }

  private EmbeddedRedisOptions options() {
    return EmbeddedRedisOptions.in(folder, TestFolders.programs());
  }

  private RunningGateway start(TestNode test, String... settings) {
    if (redis == null) {
      redis = EmbeddedRedis.start(options());
    }
    Node plain = test.node();
    Node node = NodeCopy.of(plain).with(new RedisConnector(plain.vertx(), redis.uri())).made();
    return RunningGateway.start(node, TestConfig.with(settings));
  }

  private static String[] and(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static HttpResponse<Buffer> ask(RunningGateway gateway) {
    return gateway.get("/v1/voices", "X-API-Key", FakeServices.OWNER_KEY);
  }

  /** Sends as fast as it can, eight at a time, until the time is over; counts what passed. */
  private static Future<?> hammer(RunningGateway gateway, long until, Passed passed) {
    List<Future<?>> lanes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Promise<Void> over = Promise.promise();
      lane(gateway, until, passed, over);
      lanes.add(over.future());
    }
    return Future.join(lanes);
  }

  /** Requests that passed, on the event loops of several nodes. */
  private static final class Passed {
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong last = new AtomicLong();

    void one() {
      count.incrementAndGet();
      last.set(System.nanoTime());
    }

    int count() {
      return count.get();
    }

    /** When the last one did, in nanoseconds of the system's clock. */
    long last() {
      return last.get();
    }

    void forget() {
      count.set(0);
    }
  }

  /** A future for each request, each waiting for the next, would end on top of one another. */
  private static void lane(RunningGateway gateway, long until, Passed passed, Promise<Void> over) {
    if (System.nanoTime() > until) {
      over.complete();
      return;
    }
    gateway
        .request(HttpMethod.GET, "/v1/voices")
        .putHeader("X-API-Key", FakeServices.OWNER_KEY)
        .send()
        .onFailure(over::fail)
        .onSuccess(
            answered -> {
              if (answered.statusCode() == 200) {
                passed.one();
              } else if (answered.statusCode() != 429) {
                over.fail(answered.statusCode() + answered.bodyAsString());
                return;
              }
              lane(gateway, until, passed, over);
            });
  }

  @Test
  void twoNodesTogetherHoldTheConfiguredRateWithinTwoPercent() {
    String[] settings =
        and(
            USERS_ONLY,
            "limits.user-rate",
            "150",
            "limits.user-burst",
            "150", // a second in which this machine does something else loses no token
            "limits.key-rate",
            "100000",
            "limits.key-burst",
            "100000",
            "limits.patience",
            "5s");
    RunningGateway one = start(first, settings);
    RunningGateway two = start(second, settings);
    Passed passed = new Passed();
    // From a moment at which nothing was left, nor held by a node, by a look that took no time.
    long began;
    do {
      long soon = System.nanoTime() + Duration.ofMillis(200).toNanos();
      answer(Future.join(hammer(one, soon, passed), hammer(two, soon, passed)));
      began = System.nanoTime();
    } while (ask(one).statusCode() == 200
        || ask(two).statusCode() == 200
        || System.nanoTime() - began > 15_000_000);
    passed.forget();

    long until = began + Duration.ofSeconds(3).toNanos();
    answer(Future.join(hammer(one, until, passed), hammer(two, until, passed)));
    double seconds = (passed.last() - began) / 1e9;

    double wanted = 150 * seconds;
    // Two requests at most were answered on the other side of the line at either end.
    assertThat((double) passed.count()).isCloseTo(wanted, within(wanted * 0.02 + 2));
  }

  @Test
  void aBusyCallerCostsAQuestionNowAndThenAndLosesNoToken() {
    String[] settings =
        and(
            USERS_ONLY,
            "limits.user-rate",
            "0.01",
            "limits.user-burst",
            "3000",
            "limits.key-burst",
            "100000");
    RunningGateway one = start(first, settings);
    RunningGateway two = start(second, settings);
    Passed passed = new Passed();
    while (passed.count() < 1000) {
      long soon = System.nanoTime() + Duration.ofMillis(100).toNanos();
      answer(Future.join(hammer(one, soon, passed), hammer(two, soon, passed)));
    }
    assertThat(questions()).isLessThan(passed.count() / 2);

    AtomicInteger refusedInARow = new AtomicInteger();
    Await.until(
        "what was taken ahead and not used is back, and used up",
        Duration.ofSeconds(20),
        Duration.ofMillis(100),
        () -> {
          long soon = System.nanoTime() + Duration.ofMillis(100).toNanos();
          int before = passed.count();
          answer(Future.join(hammer(one, soon, passed), hammer(two, soon, passed)));
          refusedInARow.set(passed.count() == before ? refusedInARow.get() + 1 : 0);
          return refusedInARow.get() == 4;
        });
    assertThat(passed.count()).isBetween(3000, 3001); // one may have flowed meanwhile
  }

  /** How often Redis was asked. */
  private int questions() {
    String told =
        answer(new RedisConnector(first.vertx(), redis.uri()).api().info(List.of("commandstats")))
            .toString();
    Matcher calls = Pattern.compile("cmdstat_evalsha:calls=(\\d+)").matcher(told);
    assertThat(calls.find()).as(told).isTrue();
    return Integer.parseInt(calls.group(1));
  }

  @Test
  void aCallerLearnsHowItStandsAndHowLongToWait() {
    RunningGateway gateway =
        start(
            first,
            and(
                USERS_ONLY,
                "limits.user-rate",
                "0.5",
                "limits.user-burst",
                "7",
                "limits.costs.GET /v1/voices",
                "3"));

    HttpResponse<Buffer> passed = ask(gateway);
    ask(gateway);
    HttpResponse<Buffer> refused = ask(gateway);

    assertThat(passed.getHeader("RateLimit-Policy")).contains("\"user\";q=7;w=14");
    assertThat(passed.getHeader("RateLimit")).contains("\"user\";r=4;t=6");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(problem(refused).getString("type")).isEqualTo("urn:moneyprinter:problem:rate-limit");
    assertThat(problem(refused).getString("detail")).contains("user");
    assertThat(refused.getHeader("RateLimit")).contains("\"user\";r=1");
    assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(3, 4);
    assertThat(gateway.get("/v1/voices", "X-API-Key", FakeServices.OTHER_TENANT_KEY).statusCode())
        .as("another user has a bucket of his own")
        .isEqualTo(200);
    assertThat(gateway.get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void guessingCredentialsEmptiesTheBucketOfTheAddress() {
    RunningGateway gateway =
        start(
            first,
            "auth",
            "required",
            "http.trusted-proxies",
            "127.0.0.0/8",
            "limits.address-rate",
            "0.01",
            "limits.address-burst",
            "3");

    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      statuses.add(gateway.get("/v1/videos", "X-API-Key", "mp_guess" + i).statusCode());
    }

    assertThat(statuses).containsExactly(401, 401, 401, 429, 429);
    assertThat(gateway.services.authentications).hasValue(3);
    assertThat(gateway.get("/v1/videos", "X-Forwarded-For", "6.6.6.6, 192.0.2.7").statusCode())
        .as("another address behind the proxy that is trusted")
        .isEqualTo(401);
  }

  @Test
  void theLimitHoldsWhileRedisIsAwayAndGoesOnWhenItIsBack() {
    RunningGateway gateway =
        start(first, and(USERS_ONLY, "limits.user-rate", "0.01", "limits.user-burst", "6"));
    ask(gateway);
    ask(gateway);
    int port = redis.port();

    redis.close();
    assertThat(ask(gateway).statusCode()).isEqualTo(200);
    assertThat(gateway.node.meters().get("gateway.limits.local").gauge().value()).isEqualTo(1);
    assertThat(ask(gateway).getHeader("RateLimit")).contains("\"user\";r=2");

    redis = EmbeddedRedis.start(options().withPort(port));
    Answers.answer(
        new RedisConnector(first.vertx(), redis.uri()).api().flushall(List.of())); // lost all
    Await.until(
        "Redis decides again",
        Duration.ofSeconds(10),
        Duration.ofMillis(300),
        () -> {
          gateway.get("/v1/voices", "X-API-Key", FakeServices.READER_KEY);
          return gateway.node.meters().get("gateway.limits.local").gauge().value() == 0;
        });
    assertThat(ask(gateway).getHeader("RateLimit")).contains("\"user\";r=1");
    assertThat(ask(gateway).statusCode()).isEqualTo(200);
    assertThat(ask(gateway).statusCode()).isEqualTo(429);
  }

  @Test
  void aProgramOnThisMachineIsNotLimited() {
    RunningGateway gateway =
        RunningGateway.start(
            first.node(),
            TestConfig.with("limits.address-rate", "0.01", "limits.address-burst", "1"));

    for (int i = 0; i < 5; i++) {
      assertThat(gateway.get("/v1/videos").statusCode()).isEqualTo(200);
    }
    assertThat(RunningGateway.config(AuthMode.LOCAL, Duration.ofSeconds(1)).limits().enabled())
        .isTrue();
  }
}
