package io.moneyprinter.config;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.ChangeOutside;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.GetEntered;
import io.moneyprinter.codecs.config.ListOutside;
import io.moneyprinter.codecs.config.NodeSetting;
import io.moneyprinter.codecs.config.OutsideField;
import io.moneyprinter.codecs.config.OutsideKind;
import io.moneyprinter.codecs.config.OutsideService;
import io.moneyprinter.codecs.config.OutsideTest;
import io.moneyprinter.codecs.config.OutsideTest.Outcome;
import io.moneyprinter.codecs.config.SettingsEntered;
import io.moneyprinter.codecs.config.TestOutside;
import io.moneyprinter.config.outside.NodeSettings;
import io.moneyprinter.config.outside.OutsideProfile;
import io.moneyprinter.config.outside.OutsideProfile.Question;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys that are entered while nodes run, and connections that are tried. */
class OutsideServicesTest {
  private static final String KEY = "speech.talker.api-key";

  @RegisterExtension final TestNode test = TestNode.withDatabases();

  private ProviderStub stub;

  @BeforeEach
  void start() {
    stub = new ProviderStub(test.vertx());
    ConfigConfig config = new ConfigConfig(3, Optional.of("a secret of the operator"));
    answer(
        test.vertx().deployVerticle(new ConfigVerticle(config, test.node(), new OneTalker())), 60);
  }

  /** A node with one outside service, whose model says what is wrong when it is "wrong". */
  private final class OneTalker implements NodeSettings {
    @Override
    public String environment() {
      return "development";
    }

    @Override
    public List<NodeSetting> list(Map<String, String> entered) {
      return entered.entrySet().stream()
          .map(
              each ->
                  new NodeSetting(
                      each.getKey(),
                      each.getKey().equals(KEY) ? null : each.getValue(),
                      ENTERED,
                      "",
                      "",
                      "",
                      each.getKey().equals(KEY),
                      true))
          .toList();
    }

    @Override
    public List<OutsideProfile> outside(Map<String, String> entered) {
      if ("wrong".equals(entered.get("speech.talker.model"))) {
        throw ServiceFailure.invalid("/settings", "No such model");
      }
      Optional<Question> question =
          Optional.ofNullable(entered.get(KEY))
              .map(
                  key ->
                      new Question(
                          stub.address() + "/v1/voices",
                          KeyPlace.header("xi-api-key"),
                          ProviderSettings.keys(key)));
      return List.of(
          new OutsideProfile(
              "voices-talker",
              OutsideKind.VOICES,
              "Talker",
              "speech.talker",
              List.of("api-key", "model", "region"),
              question.isPresent(),
              true,
              question));
    }

    @Override
    public boolean locked(String key) {
      return key.endsWith(".region");
    }
  }

  @Test
  void aKeyIsKeptSealedToldToNodesAndNeverShown() {
    List<SettingsEntered> heard = new CopyOnWriteArrayList<>();
    answer(ConfigMessages.SETTINGS_ENTERED.subscribe(bus(), heard::add).completion());
    assertThat(shown().ready()).isFalse();

    OutsideService changed = change(Map.of("api-key", " sk-very-secret ", "model", "fine"));

    assertThat(changed.ready()).isTrue();
    assertThat(shown()).isEqualTo(changed);
    OutsideField field = changed.fields().get(0);
    assertThat(List.of(field.present(), field.entered(), field.secret())).containsOnly(true);
    assertThat(changed.toString()).doesNotContain("sk-very-secret");
    assertThat(entered()).containsEntry(KEY, "sk-very-secret");
    assertThat(stored()).doesNotContain("secret");
    Await.until("the nodes were told", Duration.ofSeconds(10), () -> !heard.isEmpty());
    assertThat(heard.get(0).keys()).containsExactlyInAnyOrder(KEY, "speech.talker.model");

    assertThat(change(Map.of("api-key", "")).ready()).isFalse();
    assertThat(entered()).doesNotContainKey(KEY);
  }

  @Test
  void whatCannotBeUsedIsRefusedBeforeItIsKept() {
    assertThat(refusal(Map.of("model", "wrong"))).contains("No such model");
    assertThat(refusal(Map.of())).contains("Nothing is entered");
    assertThat(refusal(Map.of("colour", "red"))).contains("no such setting");
    assertThat(refusal(Map.of("region", "here"))).contains("set by a variable");
    assertThat(refusal(Map.of("api-key", "a\nb"))).contains("one line");
    assertThat(refusal(Map.of("api-key", "file:/etc/passwd"))).contains("configuration files");
    assertThat(refusal(Map.of("api-key", "secret://file/etc/passwd"))).contains("referred");
    assertThat(refusal(Map.of("api-key", "env:HOME"))).contains("KEY or TOKEN");
    assertThat(entered()).isEmpty();
    assertThat(
            failure(ConfigMessages.TEST_OUTSIDE.ask(bus(), new TestOutside("nobody", null))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void aConnectionIsTriedAndItsOutcomeSaidInPlainWords() {
    assertThat(tried(null).outcome()).isEqualTo(Outcome.NOT_SET);

    stub.says(new JsonObject());
    assertThat(tried("sk-one").outcome()).isEqualTo(Outcome.WORKS);
    assertThat(stub.asked().get(0).headers().get("xi-api-key")).isEqualTo("sk-one");
    assertThat(entered()).as("what is tried is not kept").isEmpty();

    stub.says(new JsonObject()).fails(401, "Incorrect API key: sk-two", "invalid_api_key");
    OutsideTest second = tried("sk-one,sk-two");
    assertThat(second.outcome()).isEqualTo(Outcome.KEY_REFUSED);
    assertThat(second.detail()).doesNotContain("sk-two");

    stub.usedUp();
    assertThat(tried("sk-one").outcome()).isEqualTo(Outcome.LIMIT);
    stub.busy(60);
    assertThat(tried("sk-one").outcome()).isEqualTo(Outcome.LIMIT);
    stub.breaks();
    assertThat(tried("sk-one").outcome()).isEqualTo(Outcome.NOT_REACHABLE);
    stub.replies(200, "text/html", Buffer.buffer("<html>A router</html>"));
    assertThat(tried("sk-one").outcome()).isEqualTo(Outcome.UNEXPECTED);
    stub.replies(404, "text/plain", Buffer.buffer("no"));
    assertThat(tried("sk-one").outcome()).isEqualTo(Outcome.UNEXPECTED);
  }

  private OutsideTest tried(String key) {
    Map<String, String> settings = key == null ? Map.of() : Map.of("api-key", key);
    return answer(
        ConfigMessages.TEST_OUTSIDE.ask(bus(), new TestOutside("voices-talker", settings)), 30);
  }

  private OutsideService change(Map<String, String> settings) {
    return answer(
        ConfigMessages.CHANGE_OUTSIDE.ask(bus(), new ChangeOutside("voices-talker", settings)));
  }

  private String refusal(Map<String, String> settings) {
    ServiceFailure refused =
        failure(
            ConfigMessages.CHANGE_OUTSIDE.ask(bus(), new ChangeOutside("voices-talker", settings)));
    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    return refused.getMessage();
  }

  private OutsideService shown() {
    return answer(ConfigMessages.OUTSIDE.ask(bus(), new ListOutside())).providers().get(0);
  }

  private Map<String, String> entered() {
    return answer(ConfigMessages.ENTERED.ask(bus(), new GetEntered())).values();
  }

  private String stored() {
    Database database = answer(test.node().databases().open("config"), 60);
    StringBuilder all = new StringBuilder();
    answer(
            database
                .writer()
                .query("SELECT sealed FROM entered_setting")
                .execute()
                .eventually(database::close))
        .forEach(row -> all.append(row.getBuffer(0).toString("ISO-8859-1")));
    return all.toString();
  }

  private EventBus bus() {
    return test.vertx().eventBus();
  }
}
