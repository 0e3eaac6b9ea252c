package io.moneyprinter.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.video.SourceBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.WritingBrief;
import io.moneyprinter.content.model.LlmConfig;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceScriptTest {
  private static final String PAGE =
      """
      <html><head><title>Bees | News</title><meta property="og:title" content="Why bees dance">
      <meta name="author" content="A. Keeper"><script>var x = "tracking";</script></head><body>
      <nav><ul><li>Home page of the news site with a long menu</li></ul></nav>
      <article><h1>Why bees dance</h1><p>A bee that has found flowers comes home and dances.</p>
      <aside><p>Subscribe to our newsletter, it is free and full of joy.</p></aside>
      <p>The angle of her dance tells the others where the <b>flowers</b> are.</p></article>
      <footer><p>All rights reserved by the people who own this very page.</p></footer></body></html>
      """;

  private static final String ANSWER =
      "{\"title\": \"Bees\", \"scenes\": [{\"narration\": \"A bee dances.\", \"visual\": \"A bee.\"}]}";

  @RegisterExtension final TestNode test = TestNode.plain();

  private ProviderStub web;
  private FakeModelServer model;

  @BeforeEach
  void start() {
    web = new ProviderStub(test.vertx());
    model = new FakeModelServer(test.vertx());
  }

  @Test
  void aPageBecomesAScriptOfItsReadableTextAndIsNamed() {
    web.replies(200, "text/html; charset=utf-8", Buffer.buffer(PAGE));
    model.says(ANSWER);
    deploy(Configs.one(model.baseUrl(), Duration.ofSeconds(9)).llm(), "127.0.0.1");

    Script script = Answers.answer(url(web.address() + "/bees"));

    String asked = model.asked().get(0).body().path("messages").path(1).path("content").asText();
    assertThat(asked)
        .contains("A bee that has found flowers", "where the flowers are")
        .doesNotContain("newsletter", "tracking", "long menu", "rights reserved");
    assertThat(script.scenes().get(0).visual()).isEqualTo("A bee.");
    assertThat(script.sources()).hasSize(1);
    assertThat(script.sources().get(0).author()).isEqualTo("A. Keeper");
    assertThat(script.sources().get(0).url()).isEqualTo(web.address() + "/bees");
  }

  @Test
  void withoutAModelTheSourceIsSpokenWordForWord() {
    web.replies(200, "text/html", Buffer.buffer(PAGE));
    deploy(Configs.none().llm(), "127.0.0.1");

    Script script = Answers.answer(url(web.address() + "/bees"));

    assertThat(String.join(" ", script.scenes().stream().map(Scene::narration).toList()))
        .contains("A bee that has found flowers comes home and dances.");
    assertThat(script.notes().get(0)).contains("word for word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/x",
        "http://127.0.0.1/x",
        "http://[::1]/x",
        "http://10.0.0.1/x",
        "http://192.168.1.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0/x",
        "http://100.64.0.1/x",
        "http://[fd00::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://[64:ff9b::7f00:1]/x",
        "http://2130706433/x"
      })
  void thisMachineAndItsNetworkAreRefused(String address) {
    deploy(Configs.none().llm(), "elsewhere.example");

    ServiceFailure failure = Answers.failure(url(address));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.violations()).extracting("pointer").containsExactly("/source/url");
  }

  @Test
  void aRedirectToThePrivateNetworkIsRefusedToo() {
    web.replies(302, "text/plain", Buffer.buffer(), "location", "http://169.254.169.254/latest");
    deploy(Configs.none().llm(), "127.0.0.1");

    ServiceFailure failure = Answers.failure(url(web.address() + "/innocent"));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.getMessage()).contains("169.254.169.254", "not on the public internet");
  }

  @Test
  void whatIsNoReadablePageIsRefusedWithTheReason() {
    web.replies(404, "text/html", Buffer.buffer(PAGE))
        .replies(200, "application/pdf", Buffer.buffer("%PDF"))
        .replies(200, "text/html", Buffer.buffer("<html><body><div id=app></div></body></html>"))
        .replies(200, "text/html", Buffer.buffer(new byte[70_000]));
    deploy(Configs.none().llm(), "127.0.0.1");

    assertThat(Answers.failure(url(web.address())).getMessage()).contains("answers 404");
    assertThat(Answers.failure(url(web.address())).getMessage()).contains("application/pdf");
    assertThat(Answers.failure(url(web.address())).getMessage()).contains("hardly any text");
    assertThat(Answers.failure(url(web.address())).getMessage()).contains("65536 bytes");
  }

  @Test
  void aSummaryOfTheEncyclopediaComesWithItsAttribution() {
    web.says(
        new JsonObject()
            .put("type", "standard")
            .put("title", "Waggle dance")
            .put("extract", "Waggle dance is a term used in beekeeping. Bees share directions.")
            .put(
                "content_urls",
                new JsonObject()
                    .put(
                        "desktop",
                        new JsonObject()
                            .put("page", "https://en.wikipedia.org/wiki/Waggle_dance"))));
    deploy(Configs.none().llm(), "127.0.0.1");

    Script script =
        Answers.answer(
            ask(VideoBrief.builder().source(new SourceBrief(null, null, "waggle dance"))));

    assertThat(web.last().path()).isEqualTo("/en/api/rest_v1/page/summary/waggle_dance");
    assertThat(script.sources().get(0).licence()).isEqualTo("CC BY-SA 4.0");
    assertThat(script.sources().get(0).url())
        .isEqualTo("https://en.wikipedia.org/wiki/Waggle_dance");
  }

  @Test
  void anUnknownArticleAndOneOfManyMeaningsAreRefused() {
    web.replies(404, new JsonObject())
        .says(new JsonObject().put("type", "disambiguation").put("extract", "Mercury may be"));
    deploy(Configs.none().llm(), "127.0.0.1");
    VideoBrief brief = VideoBrief.builder().source(new SourceBrief(null, null, "Mercury")).build();

    assertThat(Answers.failure(ask(brief.but())).getMessage()).contains("has no article Mercury");
    assertThat(Answers.failure(ask(brief.but())).getMessage()).contains("several things");
  }

  @Test
  void aGivenScriptIsRewordedWhenThatIsWantedAndWishesAreTold() {
    model.says(ANSWER);
    deploy(Configs.one(model.baseUrl(), Duration.ofSeconds(9)).llm(), "127.0.0.1");

    Script script =
        Answers.answer(
            ask(
                VideoBrief.builder()
                    .script("Bees are dancing insects.")
                    .writing(new WritingBrief(null, 3, "listicle", "warm", "children", true))));

    String asked = model.asked().get(0).body().path("messages").path(1).path("content").asText();
    assertThat(asked)
        .contains(
            "Bees are dancing insects.", "Style: listicle", "Tone: warm", "Audience: children")
        .contains("Scenes: about 3");
    assertThat(script.writer()).isEqualTo("llm:test-model");
  }

  @Test
  void rewordingWithoutAModelIsRefusedWithTheWaysOn() {
    deploy(Configs.none().llm(), "127.0.0.1");

    ServiceFailure failure =
        Answers.failure(
            ask(
                VideoBrief.builder()
                    .script("Bees.")
                    .writing(new WritingBrief(null, null, null, null, null, true))));

    assertThat(failure.violations()).extracting("pointer").containsExactly("/writing/enhance");
    assertThat(failure.getMessage()).contains("word for word", "Ollama");
  }

  private Future<Script> url(String address) {
    return ask(VideoBrief.builder().source(new SourceBrief(null, address, null)));
  }

  private Future<Script> ask(io.moneyprinter.codecs.video.VideoBriefBuilder brief) {
    return ContentMessages.WRITE_SCRIPT.ask(
        test.vertx().eventBus(), new WriteScript(brief.seed(1L).build()));
  }

  private void deploy(LlmConfig llm, String privateHost) {
    ContentConfig config =
        Configs.content(llm, List.of(privateHost), web.address() + "/{language}");
    Answers.answer(test.vertx().deployVerticle(new WritingVerticle(config, test.node())));
  }
}
