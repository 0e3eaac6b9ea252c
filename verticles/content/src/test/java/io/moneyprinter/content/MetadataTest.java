package io.moneyprinter.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.SocialPlatform;
import io.moneyprinter.codecs.content.VideoMetadata;
import io.moneyprinter.codecs.content.WriteMetadata;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.WritingBrief;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MetadataTest {
  private static final String WRITTEN =
      """
      Here you are: {"thumbnail": "**Dance** of bees", "platforms": [
       {"platform": "TikTok", "title": "Bees dance", "caption": "They dance! Follow for more. #bees #dance",
        "description": "A bee dances to show the way.", "hashtags": ["#du lich", "A!", "a", "##b", "42"]},
       {"platform": "X (Twitter)", "title": "Bees", "caption": "%s", "description": "d", "hashtags": "bees, hive"}]}
      """
          .formatted("A long caption that never ends. ".repeat(20).strip());

  @RegisterExtension final TestNode test = TestNode.plain();

  private FakeModelServer model;

  @BeforeEach
  void start() {
    model = new FakeModelServer(test.vertx());
  }

  @Test
  void withoutPlatformsItIsDerivedFromTheScriptForAllWithinTheirLimits() {
    deploy(Configs.none());

    VideoMetadata metadata = write(bees(), List.of());

    assertThat(metadata.writer()).isEqualTo("script");
    assertThat(metadata.posts())
        .extracting(VideoMetadata.Post::platform)
        .containsExactly(SocialPlatform.values());
    assertThat(metadata.posts())
        .allSatisfy(
            post -> {
              assertThat(post.title().length()).isLessThanOrEqualTo(post.platform().title());
              assertThat(post.caption().length()).isLessThanOrEqualTo(post.platform().caption());
              assertThat(post.description().length())
                  .isLessThanOrEqualTo(post.platform().description());
              assertThat(post.hashtags()).hasSizeBetween(1, post.platform().hashtags());
              assertThat(post.caption()).endsWith(String.join(" ", post.hashtags()));
              assertThat(post.description()).contains("CC BY-SA 4.0");
            });
    assertThat(metadata.thumbnail()).isEqualTo("A living map");
  }

  @Test
  void platformsAreWrittenInLowerCase() throws IOException {
    WritingBrief read =
        RecordJson.strict().readValue("{\"platforms\": [\"tiktok\", \"x\"]}", WritingBrief.class);

    assertThat(read.platforms()).containsExactly(SocialPlatform.TIKTOK, SocialPlatform.X);
  }

  @Test
  void aModelWritesForThePlatformsThatAreNamed() {
    model.says(WRITTEN);
    deploy(Configs.one(model.baseUrl(), Duration.ofSeconds(9)));

    VideoMetadata metadata =
        write(bees(), List.of(SocialPlatform.TIKTOK, SocialPlatform.X, SocialPlatform.YOUTUBE));

    assertThat(metadata.writer()).isEqualTo("llm:test-model");
    assertThat(metadata.thumbnail()).isEqualTo("Dance of bees");
    VideoMetadata.Post tiktok = metadata.posts().get(0);
    assertThat(tiktok.hashtags()).containsExactly("#dulich", "#A", "#b");
    assertThat(tiktok.caption()).isEqualTo("They dance! Follow for more.\n\n#dulich #A #b");
    VideoMetadata.Post x = metadata.posts().get(1);
    assertThat(x.caption().length()).isLessThanOrEqualTo(280);
    assertThat(x.caption()).endsWith("…\n\n#bees #hive");
    assertThat(metadata.posts().get(2).title()).startsWith("Why bees dance");
    assertThat(model.asked().get(0).body().toString()).contains("x: title 70, caption 280");
  }

  @Test
  void aScriptBringsItsMetadataAndAFailingModelCostsOnlyANote() {
    model
        .says("{\"title\": \"Bees\", \"scenes\": [{\"narration\": \"A bee comes home.\"}]}")
        .says("I would love to!");
    deploy(Configs.one(model.baseUrl(), Duration.ofSeconds(9)));
    VideoBrief brief =
        VideoBrief.builder().topic("Bees").seed(1L).writing(on(List.of(SocialPlatform.X))).build();

    Script script =
        Answers.answer(
            ContentMessages.WRITE_SCRIPT.ask(test.vertx().eventBus(), new WriteScript(brief)));

    assertThat(script.metadata().writer()).isEqualTo("script");
    assertThat(script.metadata().posts()).hasSize(1);
    assertThat(script.notes().get(0)).contains("derived from the script", "no usable titles");
  }

  private static Script bees() {
    String narration = "A bee that has found flowers comes home and dances in the dark hive. ";
    return new Script(
        "Why bees dance and what their sisters in the hive understand of it " + "x".repeat(300),
        "en",
        List.of(
            new Scene(0, narration.repeat(60).strip(), List.of("bee"), null),
            new Scene(1, "Her dance is a map.", List.of("map"), "A living map")),
        "llm",
        0,
        null,
        List.of(
            new Provenance(
                "wikipedia",
                "Waggle dance",
                "Wikipedia contributors",
                "CC BY-SA 4.0",
                "https://en.wikipedia.org/wiki/Waggle_dance")),
        List.of(),
        null);
  }

  private VideoMetadata write(Script script, List<SocialPlatform> platforms) {
    VideoBrief brief = VideoBrief.builder().topic("Bees").writing(on(platforms)).build();
    return Answers.answer(
        ContentMessages.WRITE_METADATA.ask(
            test.vertx().eventBus(), new WriteMetadata(brief, script)));
  }

  private static WritingBrief on(List<SocialPlatform> platforms) {
    return new WritingBrief(null, null, null, null, null, null, platforms, null);
  }

  private void deploy(ContentConfig config) {
    Answers.answer(test.vertx().deployVerticle(new WritingVerticle(config, test.node())));
  }
}
