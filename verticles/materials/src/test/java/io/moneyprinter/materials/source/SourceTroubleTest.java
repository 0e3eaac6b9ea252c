package io.moneyprinter.materials.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.SourceList;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every trouble that a site may be in, played by a local server. */
class SourceTroubleTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private ProviderStub site;
  private SourceRegistry registry;

  @BeforeEach
  void open() {
    site = new ProviderStub(test.vertx());
    registry = SourceRegistry.open(Sites.at(site), test.node());
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pexels", "pixabay", "coverr", "wikimedia", "openverse", "nasa", "archive"})
  void troubleIsToldWithWhatToDoAndTheSiteLeftAloneWhenItLasts(String source) {
    String key = "materials.sources." + source + ".api-key";
    site.refusesKey().refusesKey();
    ServiceFailure refused = failure(source);
    // Both keys rest now; the one that has rested longest is tried all the same.
    site.forbids();
    ServiceFailure forbidden = failure(source);
    site.breaks();
    ServiceFailure broken = failure(source);
    site.hangs();
    SourceRegistry hasty = SourceRegistry.open(Sites.at(site, Duration.ofMillis(200)), test.node());
    ServiceFailure late = Answers.failure(search(hasty, source, "tea"));
    hasty.close();
    site.breaks();
    failure(source);
    site.cutsOff("application/json", Buffer.buffer("{\"hits\": ["));
    ServiceFailure cut = failure(source);
    site.garbage();
    ServiceFailure garbage = failure(source);
    site.breaks();
    failure(source);
    int asked = site.asked().size();

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refused.getMessage()).contains("refused the key", key).doesNotContain("key-one-1");
    assertThat(forbidden.code()).isEqualTo(FailureCode.INVALID);
    assertThat(forbidden.getMessage()).contains("403", key);
    assertThat(broken.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(late.getMessage()).contains("did not answer in time", "materials.sources.timeout");
    assertThat(cut.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(garbage.getMessage()).contains("not JSON", source + ".base-url");
    assertThat(failure(source).getMessage()).contains("left alone");
    assertThat(site.asked()).hasSize(asked);
    SourceRegistry fresh = SourceRegistry.open(Sites.at(site), test.node());
    site.busy(60).busy(60);
    ServiceFailure busy = Answers.failure(search(fresh, source, "tea"));
    fresh.close();
    assertThat(busy.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(busy.getMessage()).contains("too many requests");
    assertThat(
            test.node()
                .meters()
                .get("materials.requests")
                .tags("source", source, "outcome", "unavailable")
                .counter()
                .count())
        .isGreaterThanOrEqualTo(5);
  }

  @Test
  void aShortRetryAfterIsWaitedForAndKeysTakeTurns() {
    site.handles(
            request -> request.response().setStatusCode(429).putHeader("retry-after", "60").end())
        .replies(200, "application/json", Buffer.buffer("{\"videos\": []}"));

    assertThat(Answers.answer(search("pexels", "tea"))).isEmpty();

    assertThat(site.asked().get(0).headers().get("authorization")).isEqualTo("key-one-1");
    assertThat(site.asked().get(1).headers().get("authorization")).isEqualTo("key-two-2");
  }

  @Test
  void theStateOfEachIsTold() {
    SourceRegistry none = SourceRegistry.open(SourcesConfig.usual(), test.node());

    List<SourceList.Source> ready = Answers.answer(registry.list()).sources();
    List<SourceList.Source> unset = Answers.answer(none.list()).sources();

    assertThat(ready)
        .extracting(SourceList.Source::name)
        .startsWith("pexels", "pixabay", "coverr")
        .hasSize(10);
    assertThat(ready).allMatch(source -> source.state() == SourceList.State.READY);
    assertThat(ready).filteredOn(SourceList.Source::usual).hasSize(3);
    assertThat(unset)
        .filteredOn(source -> source.state() == SourceList.State.NOT_SET)
        .extracting(SourceList.Source::detail)
        .contains("Set materials.sources.pexels.api-key", "Set materials.sources.comfyui.base-url")
        .hasSize(6);
    none.close();
  }

  @Test
  void pixabaysOwnErrorsAreUnderstood() {
    for (int i = 0; i < 2; i++) {
      site.replies(
          400,
          "text/plain",
          Buffer.buffer("[ERROR 400] Invalid or missing API key (https://pixabay.com/api/docs/)."));
    }

    ServiceFailure failure = failure("pixabay");

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.getMessage()).contains("refused the key", "pixabay.api-key");
    assertThat(site.asked()).hasSize(2);
    assertThat(site.last().query()).contains("key=key-two-2");
  }

  @Test
  void noMoreIsAskedThanAllowed() {
    TokenBucket bucket = new TokenBucket(new RequestLimit(2, Duration.ofSeconds(10)), 0);
    Duration patience = Duration.ofSeconds(6);
    long second = 1_000_000_000L;

    assertThat(bucket.take(0, patience)).isZero();
    assertThat(bucket.take(0, patience)).isZero();
    assertThat(bucket.take(0, patience)).isEqualTo(Duration.ofSeconds(5));
    assertThat(bucket.take(0, patience)).isNull();
    assertThat(bucket.take(9 * second, patience))
        .isBetween(Duration.ofMillis(999), Duration.ofMillis(1001));
    assertThat(bucket.take(60 * second, patience)).isZero();
  }

  private ServiceFailure failure(String source) {
    return Answers.failure(search(source, "tea"));
  }

  private Future<List<Candidate>> search(String source, String term) {
    return search(registry, source, term);
  }

  private static Future<List<Candidate>> search(
      SourceRegistry registry, String source, String term) {
    Candidate.Kind kind = source.equals("openverse") ? Candidate.Kind.STILL : Candidate.Kind.VIDEO;
    return registry
        .of(source)
        .orElseThrow()
        .search(
            new SourceQuery(
                List.of(term),
                "",
                "en",
                SourceQuery.Orientation.PORTRAIT,
                1080,
                1920,
                5,
                kind,
                20));
  }
}
