package io.moneyprinter.config;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.GetSetting;
import io.moneyprinter.codecs.config.ListSettings;
import io.moneyprinter.codecs.config.PutSetting;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfigVerticleTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();

  @BeforeEach
  void start() {
    answer(
        test.vertx()
            .deployVerticle(
                new ConfigVerticle(new ConfigConfig(3, java.util.Optional.empty()), test.node())),
        60);
  }

  @Test
  void aSettingIsReadAsItWasWrittenWithVersionTimeAndWriter() {
    Setting written =
        answer(
            ConfigMessages.PUT.ask(
                bus(),
                new PutSetting("video.watermark", "{ \"text\" : \"ü\" }", null),
                new CallContext("c", "acme", "ada", null)));

    assertThat(written.version()).isEqualTo(1);
    assertThat(written.changedBy()).isEqualTo("ada");
    assertThat(written.value()).isEqualTo("{ \"text\" : \"ü\" }");
    assertThat(answer(get("video.watermark"))).isEqualTo(written);
  }

  @Test
  void aSettingNeverWrittenIsNotFound() {
    assertThat(failure(get("video.watermark")).code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void everyWriteIsANewVersionAndTheLatestAreKept() {
    IntStream.rangeClosed(1, 5).forEach(i -> answer(put("a.b", Integer.toString(i), null)));

    assertThat(answer(get("a.b")).version()).isEqualTo(5);
    assertThat(history()).containsExactly("3=3", "4=4", "5=5");
  }

  @Test
  void aWriteOverAnotherVersionThanExpectedIsAConflictAndChangesNothing() {
    answer(put("a.b", "1", 0));

    ServiceFailure exists = failure(put("a.b", "2", 0));
    ServiceFailure ahead = failure(put("a.b", "2", 7));
    ServiceFailure missing = failure(put("c.d", "2", 1));

    assertThat(List.of(exists.code(), ahead.code(), missing.code()))
        .containsOnly(FailureCode.CONFLICT);
    assertThat(ahead.getMessage()).contains("a.b is at version 1, not at 7");
    assertThat(missing.getMessage()).contains("does not exist yet");
    assertThat(answer(get("a.b")).value()).isEqualTo("1");
    assertThat(history()).containsExactly("1=1");
    assertThat(answer(put("a.b", "2", 1)).version()).isEqualTo(2);
  }

  @Test
  void ofManyWritersWithTheSameExpectationOneWins() {
    List<Future<Setting>> writes =
        IntStream.range(0, 8).mapToObj(i -> put("a.b", Integer.toString(i), 0)).toList();

    answer(Future.join(writes).otherwiseEmpty());

    assertThat(writes).filteredOn(Future::succeeded).hasSize(1);
    assertThat(answer(get("a.b")).version()).isEqualTo(1);
  }

  @Test
  void settingsAreListedByKeyUnderAPrefixThatIsTakenLiterally() {
    List.of("video.fps", "speech.rate", "video.codec").forEach(key -> answer(put(key, "1", null)));

    assertThat(list("")).containsExactly("speech.rate", "video.codec", "video.fps");
    assertThat(list("video.")).containsExactly("video.codec", "video.fps");
    assertThat(list("video%")).isEmpty();
  }

  @Test
  void aChangeIsAnnouncedOnceItIsDurableAndARefusedOneIsNot() {
    List<Setting> heard = new CopyOnWriteArrayList<>();
    answer(ConfigMessages.CHANGED.subscribe(bus(), heard::add).completion());

    failure(put("a.b", "1", 4));
    Setting written = answer(put("a.b", "1", null));

    Await.until("the change was heard", Duration.ofSeconds(10), () -> !heard.isEmpty());
    assertThat(heard).containsExactly(written);
  }

  @Test
  void whatIsWrongIsSaidFieldByField() {
    ServiceFailure refused = failure(put("Not A Key", "{", -1));

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refused.violations())
        .extracting("pointer")
        .containsExactly("/key", "/value", "/expectedVersion");
  }

  @Test
  void aValueIsOneJsonTextOfAtMost64KiB() {
    String longest = "\"" + "x".repeat(SettingRules.LONGEST_VALUE - 2) + "\"";
    assertThat(answer(put("a.b", longest, null)).value()).isEqualTo(longest);

    assertThat(List.of("", " ", "1 2", "nope", "{\"a\":1,\"a\":2}", "\"" + longest, "NaN"))
        .allSatisfy(
            value ->
                assertThat(failure(put("a.b", value, null)).code()).isEqualTo(FailureCode.INVALID));
  }

  @Test
  void aKeyIsLowerCaseWordsWithDots() {
    assertThat(List.of("a", "video.frame-rate", "tiers.2.limit"))
        .allSatisfy(key -> assertThat(answer(put(key, "1", null)).key()).isEqualTo(key));
    assertThat(List.of("", ".", "a.", ".a", "a..b", "A", "a b", "ä", "a/b", "a".repeat(129)))
        .allSatisfy(
            key -> assertThat(failure(put(key, "1", null)).code()).isEqualTo(FailureCode.INVALID));
  }

  @Test
  void aFlagThatNothingReadsOrThatIsNoStateOfOneIsRefused() {
    ServiceFailure unknown = failure(put("flags.new-captions", "true", null));
    assertThat(unknown.violations().get(0).message()).contains("flags.new-videos");

    assertThat(List.of("1", "null", "{\"on\": true}", "{\"on\": true, \"except\": [1]}"))
        .allSatisfy(
            value ->
                assertThat(failure(put("flags.share-links", value, null)).code())
                    .isEqualTo(FailureCode.INVALID));
    assertThat(List.of("true", "false", "{\"on\": false, \"except\": [\"acme\"]}"))
        .allSatisfy(
            value ->
                assertThat(answer(put("flags.share-links", value, null)).value()).isEqualTo(value));
  }

  private Future<Setting> put(String key, String value, Integer expected) {
    return ConfigMessages.PUT.ask(bus(), new PutSetting(key, value, expected));
  }

  private Future<Setting> get(String key) {
    return ConfigMessages.GET.ask(bus(), new GetSetting(key));
  }

  private List<String> list(String prefix) {
    return answer(ConfigMessages.LIST.ask(bus(), new ListSettings(prefix))).settings().stream()
        .map(Setting::key)
        .toList();
  }

  private List<String> history() {
    Database database = answer(test.node().databases().open("config"), 60);
    RowSet<Row> rows =
        answer(
            database
                .writer()
                .query("SELECT version, value FROM setting_history ORDER BY key, version")
                .execute()
                .eventually(database::close));
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.getInteger(0) + "=" + row.getString(1))
        .toList();
  }

  private EventBus bus() {
    return test.vertx().eventBus();
  }
}
