package io.moneyprinter.materials.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.FoundCandidates;
import io.moneyprinter.codecs.materials.ListCandidates;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.materials.SearchScene;
import io.moneyprinter.codecs.materials.ShowCandidate;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.MeasureAppearance;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MediaPortrait;
import io.moneyprinter.codecs.video.ProbeMedia;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.materials.MusicSettings;
import io.moneyprinter.materials.TestMaterials;
import io.moneyprinter.materials.meaning.EmbeddingsConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestEngines;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole jobs against local servers in the place of the stock sites. */
class StockJobTest {
  private static final List<String> SUBJECTS =
      List.of(
          "ocean", "forest", "desert", "coffee", "bridge", "kitten", "violin", "rocket", "bakery",
          "glacier");

  /** One for all tests: opening its databases takes longer than any of them. */
  private static final TestNode NODE = TestNode.withDatabases();

  private static ProviderStub pexels;
  private static ProviderStub pixabay;
  private static ProviderStub coverr;
  private static ProviderStub wikimedia;

  @RegisterExtension
  static final BeforeAllCallback DEPLOYED =
      context -> {
        NODE.open(TestEngines.of(context));
        deploy();
      };

  /** Told apart by what no other test searches for. */
  private String mark;

  private static void deploy() {
    pexels = new ProviderStub(NODE.vertx());
    pixabay = new ProviderStub(NODE.vertx());
    coverr = new ProviderStub(NODE.vertx());
    wikimedia = new ProviderStub(NODE.vertx());
    VideoMessages.PROBE.serve(NODE.vertx().eventBus(), StockJobTest::probe);
    SourcesConfig sources =
        Sites.at(pexels, pixabay, coverr, wikimedia, DataSize.parse("4MB"), true);
    TestMaterials.deploy(
        NODE, TestMaterials.config(8, sources, EmbeddingsConfig.unset(), MusicSettings.offline()));
  }

  @AfterAll
  static void close() {
    NODE.close();
  }

  @BeforeEach
  void begin(TestInfo test) {
    mark = test.getTestMethod().orElseThrow().getName();
    for (ProviderStub site : List.of(pexels, pixabay, coverr, wikimedia)) {
      site.asked().clear();
    }
  }

  /** Stands in for the video service: a clip is what says that it is one. */
  private static Future<MediaInfo> probe(ProbeMedia asked) {
    try {
      String text =
          new String(
              Files.readAllBytes(NODE.node().blobs().path(asked.blob())),
              StandardCharsets.ISO_8859_1);
      if (text.contains("a still")) {
        return Future.succeededFuture(
            new MediaInfo(MediaInfo.Kind.STILL, 90, 160, 0, 0, "jpeg", false, false, false));
      }
      return text.contains("damaged")
          ? Future.failedFuture(ServiceFailure.invalid("/blob", "The file is cut off"))
          : Future.succeededFuture(
              new MediaInfo(MediaInfo.Kind.VIDEO, 1080, 1920, 12, 25, "h264", false, false, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void tenScenesGetFittingClipsThoughTwoSourcesFailAndOneIsSlow() {
    pexels.otherwise(request -> request.response().setStatusCode(401).end("{}"));
    coverr.otherwise(request -> request.response().setStatusCode(500).end("oops"));
    wikimedia.otherwise(request -> {});
    pixabay.otherwise(this::site);

    ChosenMaterials chosen = choose("pexels", "coverr", "wikimedia", "pixabay");

    assertThat(chosen.scenes()).hasSize(10);
    for (int i = 0; i < 10; i++) {
      SceneMaterial material = chosen.scenes().get(i);
      assertThat(material.picture())
          .as(chosen.notes().toString())
          .isInstanceOf(Picture.Footage.class);
      assertThat(material.provenance().id()).isEqualTo(Integer.toString(100 + i));
      assertThat(material.provenance().author()).isEqualTo("Ada");
      assertThat(material.provenance().licence()).isEqualTo("Pixabay Content License");
      assertThat(material.reasons().get(0)).contains(SUBJECTS.get(i).substring(0, 5));
    }
    assertThat(chosen.notes())
        .anySatisfy(
            note -> assertThat(note).contains("pexels was left out", "materials.sources.pexels"))
        .anySatisfy(note -> assertThat(note).contains("coverr was left out", "500"))
        .anySatisfy(note -> assertThat(note).contains("wikimedia was left out"));
    // Given up, not asked again and again: at most once for each lane of work, and its retries.
    assertThat(pexels.asked()).hasSizeLessThanOrEqualTo(8);
    assertThat(wikimedia.asked()).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void theSameSearchesAndFilesAreNotFetchedTwice() {
    pixabay.otherwise(this::site);
    ChosenMaterials first = choose("pixabay");
    int asked = pixabay.asked().size();
    double cached = count("cached");
    double reused = count("reused");

    ChosenMaterials again = choose("pixabay");

    assertThat(again).isEqualTo(first);
    assertThat(pixabay.asked()).hasSize(asked);
    assertThat(count("cached") - cached).isGreaterThanOrEqualTo(10);
    assertThat(count("reused") - reused).isEqualTo(10);
    assertThat(count("ok")).isGreaterThanOrEqualTo(10);
  }

  @Test
  void filesOfNoUseAreReplacedByTheNextAndAtLastByADrawing() {
    pixabay.otherwise(
        request -> {
          String path = request.path();
          if (path.startsWith("/file/100")) {
            request.response().end(clip("damaged"));
          } else if (path.startsWith("/file/101")) {
            request.response().end(Buffer.buffer("<html>Log in first</html>"));
          } else if (path.startsWith("/file/102")) {
            request.response().end(Buffer.buffer(new byte[5_000_000]));
          } else if (path.startsWith("/file/103")) {
            request.response().setStatusCode(302).putHeader("location", "http://[::1]:9/").end();
          } else {
            site(request);
          }
        });

    ChosenMaterials chosen = choose("pixabay");

    for (int i = 0; i < 4; i++) {
      assertThat(chosen.scenes().get(i).picture()).isInstanceOf(Picture.Generated.class);
    }
    for (int i = 4; i < 10; i++) {
      assertThat(chosen.scenes().get(i).picture()).isInstanceOf(Picture.Footage.class);
    }
    assertThat(chosen.notes()).anySatisfy(note -> assertThat(note).contains("pixabay"));
  }

  @Test
  void withoutAKeyOrWithGeneratedFirstNothingIsAsked() {
    ChosenMaterials drawn = choose("generated", "pixabay");
    ChosenMaterials keyless = choose("nasa");

    assertThat(pixabay.asked()).isEmpty();
    assertThat(drawn.scenes())
        .allSatisfy(m -> assertThat(m.picture()).isInstanceOf(Picture.Generated.class));
    assertThat(drawn.notes()).isEmpty();
    assertThat(keyless.notes()).anySatisfy(note -> assertThat(note).contains("nasa"));
  }

  @Test
  void whereStockFootageIsSwitchedOffNoOutsideServiceIsAsked() {
    pixabay.otherwise(this::site);
    List<Scene> scenes = List.of(new Scene(0, "A wonder", List.of("ocean", mark), null));
    ConfigMessages.CHANGED.publish(
        NODE.vertx().eventBus(),
        new Setting(
            Flag.STOCK_FOOTAGE.key(),
            "{\"on\": true, \"except\": [\"acme\"]}",
            1,
            Instant.now(),
            "test"));
    Await.until(
        "the switch is heard of",
        Duration.ofSeconds(10),
        () ->
            choose(CallContext.system("acme"), scenes, Map.of()).notes().stream()
                .anyMatch(note -> note.contains("flags.stock-footage")));
    pixabay.asked().clear();

    ChosenMaterials off = choose(CallContext.system("acme"), scenes, Map.of());
    assertThat(pixabay.asked()).isEmpty();
    assertThat(off.scenes().get(0).picture()).isInstanceOf(Picture.Generated.class);
    ChosenMaterials on = choose(CallContext.system("another"), scenes, Map.of());
    assertThat(on.scenes().get(0).picture()).isInstanceOf(Picture.Footage.class);
    assertThat(on.notes()).noneMatch(note -> note.contains("flags."));
  }

  @Test
  void onlyTheBeginningOfALongClipIsFetched() {
    byte[] film = longClip(3_000_000);
    AtomicLong sent = new AtomicLong();
    VideoMessages.CUT_FOOTAGE.serve(
        NODE.vertx().eventBus(), wish -> Future.succeededFuture(wish.head()));
    pixabay.otherwise(
        request -> {
          if (!request.path().startsWith("/file/")) {
            site(request, 90);
            return;
          }
          String range = String.valueOf(request.getHeader("range"));
          int last =
              range.startsWith("bytes=0-")
                  ? Integer.parseInt(range.substring("bytes=0-".length()))
                  : film.length - 1;
          sent.addAndGet(last + 1);
          request
              .response()
              .setStatusCode(206)
              .putHeader("content-range", "bytes 0-%d/%d".formatted(last, film.length))
              .end(Buffer.buffer(film).slice(0, last + 1));
        });

    ChosenMaterials chosen = choose("pixabay");

    assertThat(chosen.scenes())
        .allSatisfy(m -> assertThat(m.picture()).isInstanceOf(Picture.Footage.class));
    // 10 of 90 seconds, and what is needed to find out how much that is.
    assertThat(sent.get()).isLessThan(10L * film.length / 2);
    assertThat(pixabay.asked().stream().filter(a -> a.path().startsWith("/file/"))).hasSize(20);
  }

  @Test
  void whatLooksTheSameByItsThumbnailIsShownOnceAndThumbnailsAreFetchedOnce() {
    VideoMessages.MEASURE_APPEARANCE.serve(NODE.vertx().eventBus(), StockJobTest::look);
    pixabay.otherwise(
        request -> {
          if (request.path().startsWith("/thumb/")) {
            // Two of the three are the same picture.
            String says = request.path().endsWith("503") ? "#20a040" : "#2040a0";
            request.response().end(Buffer.buffer(says));
          } else if (request.path().startsWith("/file/")) {
            request.response().end(clip(request.path() + "#404040"));
          } else {
            JsonArray hits = new JsonArray();
            for (int id = 501; id <= 503; id++) {
              JsonObject hit = hit(id, "ocean, " + mark, 9);
              String thumbnail = pixabay.address() + "/thumb/" + id;
              hit.getJsonObject("videos").put("tiny", new JsonObject().put("thumbnail", thumbnail));
              hits.add(hit);
            }
            request.response().end(new JsonObject().put("hits", hits).toBuffer());
          }
        });
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      scenes.add(new Scene(i, "Look at this", List.of("ocean", mark), null));
    }

    ChosenMaterials chosen = choose(scenes, "pixabay");
    ChosenMaterials again = choose(scenes, "pixabay");

    List<String> shown =
        chosen.scenes().stream()
            .filter(material -> material.picture() instanceof Picture.Footage)
            .map(material -> material.provenance().id())
            .toList();
    assertThat(shown).hasSize(2).contains("503").doesNotHaveDuplicates();
    assertThat(pixabay.asked().stream().filter(asked -> asked.path().startsWith("/thumb/")))
        .hasSize(3);
    assertThat(again.scenes().get(0).picture()).isInstanceOf(Picture.Footage.class);
  }

  @Test
  void aClipOfASiteThatIsPickedByHandIsFetchedAndShown() throws IOException {
    pixabay.otherwise(
        request -> {
          if (request.path().startsWith("/file/")) {
            request.response().end(clip(request.path()));
          } else {
            JsonArray hits = new JsonArray();
            hits.add(hit(601, "lighthouse, " + mark + ", sea", 12));
            hits.add(hit(602, "lighthouse, " + mark, 3));
            request.response().end(new JsonObject().put("hits", hits).toBuffer());
          }
        });
    List<Scene> scenes =
        List.of(new Scene(0, "The lighthouse by the sea.", List.of("lighthouse", mark), null));
    CallContext caller = CallContext.system(CallContext.LOCAL_TENANT);

    String usual = choose(caller, scenes, Map.of()).scenes().get(0).provenance().id();
    List<RankedCandidate> offered = candidates(caller);
    String other = offered.stream().filter(one -> !one.chosen()).findFirst().orElseThrow().key();
    CallContext again = CallContext.system(CallContext.LOCAL_TENANT);
    SceneMaterial picked = choose(again, scenes, Map.of("0", other)).scenes().get(0);

    assertThat(offered).extracting(RankedCandidate::key).contains("pixabay:" + usual, other);
    assertThat("pixabay:" + picked.provenance().id())
        .isEqualTo(other)
        .isNotEqualTo("pixabay:" + usual);
    assertThat(picked.reasons()).first().isEqualTo("picked by hand");
    Picture.Footage footage = (Picture.Footage) picked.picture();
    assertThat(
            Files.readString(NODE.node().blobs().path(footage.blob()), StandardCharsets.ISO_8859_1))
        .as("the very file of the picked clip is what the video is made of")
        .contains("/file/" + picked.provenance().id());
    assertThat(candidates(again))
        .filteredOn(RankedCandidate::chosen)
        .extracting(RankedCandidate::key)
        .containsExactly(other);
  }

  @Test
  void oneSceneIsLookedForByItselfAndWhatIsFoundCanBeSeenAndPicked() {
    Blob anew = new Blob("b".repeat(64), 9, "image/jpeg");
    VideoMessages.PORTRAY.serve(
        NODE.vertx().eventBus(),
        wish -> Future.succeededFuture(new MediaPortrait(anew, null, "#102030", "0".repeat(16))));
    pixabay.otherwise(
        request -> {
          if (request.path().startsWith("/thumb/")) {
            request.response().end("a still #405060 " + request.path());
          } else if (request.path().startsWith("/file/")) {
            request.response().end(clip(request.path()));
          } else {
            JsonObject hit = hit(701, "lantern, " + mark, 9);
            String thumbnail = pixabay.address() + "/thumb/701";
            hit.getJsonObject("videos").put("tiny", new JsonObject().put("thumbnail", thumbnail));
            request
                .response()
                .end(new JsonObject().put("hits", new JsonArray().add(hit)).toBuffer());
          }
        });
    CallContext caller = CallContext.system(CallContext.LOCAL_TENANT);
    List<Scene> scenes = List.of(new Scene(0, "A lantern.", List.of("lantern", mark), null));
    ChooseMaterials choice =
        new ChooseMaterials(
            new Script("Light", "en", scenes, "user", 0),
            new MaterialsBrief(null, List.of("pixabay"), Map.of()),
            Canvas.PORTRAIT,
            42);

    FoundCandidates found =
        Answers.answer(
            MaterialsMessages.SEARCH_SCENE.ask(
                NODE.vertx().eventBus(), new SearchScene("job", "s4", choice), caller),
            30);

    assertThat(found.candidates())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.key()).isEqualTo("pixabay:701");
              assertThat(one.chosen()).isFalse();
              assertThat(one.reasons()).isNotEmpty();
            });
    assertThat(pixabay.asked()).noneMatch(asked -> asked.path().startsWith("/file/"));
    assertThat(
            Answers.answer(
                    MaterialsMessages.CANDIDATES.ask(
                        NODE.vertx().eventBus(), new ListCandidates("job", "s4"), caller))
                .scenes())
        .singleElement()
        .satisfies(scene -> assertThat(scene.candidates()).isEqualTo(found.candidates()));
    ShowCandidate wish = new ShowCandidate("pixabay:701", Canvas.PORTRAIT);
    assertThat(
            Answers.answer(
                MaterialsMessages.SHOW_CANDIDATE.ask(NODE.vertx().eventBus(), wish, caller)))
        .isEqualTo(anew);
    CallContext stranger = CallContext.system("somebody-else");
    assertThat(
            Answers.failure(
                    MaterialsMessages.SHOW_CANDIDATE.ask(NODE.vertx().eventBus(), wish, stranger))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    SceneMaterial picked = choose(caller, scenes, Map.of("0", "pixabay:701")).scenes().get(0);
    assertThat(picked.provenance().id()).isEqualTo("701");
  }

  private static ChosenMaterials choose(
      CallContext caller, List<Scene> scenes, Map<String, String> picks) {
    Script script = new Script("A light", "en", scenes, "user", 0);
    return Answers.answer(
        MaterialsMessages.CHOOSE.ask(
            NODE.vertx().eventBus(),
            new ChooseMaterials(
                script, new MaterialsBrief(null, List.of("pixabay"), picks), Canvas.PORTRAIT, 42),
            caller),
        60);
  }

  private static List<RankedCandidate> candidates(CallContext caller) {
    return Answers.answer(
            MaterialsMessages.CANDIDATES.ask(
                NODE.vertx().eventBus(), new ListCandidates(caller.correlationId()), caller))
        .scenes()
        .get(0)
        .candidates();
  }

  /** Stands in for the video service: a file says which colour it has. */
  private static Future<Appearance> look(MeasureAppearance wish) {
    try {
      String text =
          new String(
              Files.readAllBytes(NODE.node().blobs().path(wish.blob())),
              StandardCharsets.ISO_8859_1);
      String color = text.substring(text.indexOf('#'), text.indexOf('#') + 7);
      String hash = color.substring(1, 5).repeat(4);
      return Future.succeededFuture(
          new Appearance(hash, List.of(new Appearance.Swatch(color, 1)), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The boxes of an MP4 whose index stands in front. */
  private static byte[] longClip(int size) {
    ByteBuffer film = ByteBuffer.allocate(size);
    film.putInt(24).put("ftypisom".getBytes(StandardCharsets.US_ASCII)).position(24);
    film.putInt(2000).put("moov".getBytes(StandardCharsets.US_ASCII)).position(2024);
    film.putInt(size - 2024).put("mdat".getBytes(StandardCharsets.US_ASCII));
    return film.array();
  }

  private static double count(String outcome) {
    Counter counter =
        NODE.node()
            .meters()
            .find("materials.requests")
            .tags("source", "pixabay", "outcome", outcome)
            .counter();
    return counter == null ? 0 : counter.count();
  }

  private ChosenMaterials choose(String... sources) {
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < SUBJECTS.size(); i++) {
      String subject = SUBJECTS.get(i);
      scenes.add(new Scene(i, "Look at this wonder number " + i, List.of(subject, mark), null));
    }
    return choose(scenes, sources);
  }

  private static ChosenMaterials choose(List<Scene> scenes, String... sources) {
    Script script = new Script("Ten things", "en", scenes, "user", 0);
    return Answers.answer(
        MaterialsMessages.CHOOSE.ask(
            NODE.vertx().eventBus(),
            new ChooseMaterials(
                script, new MaterialsBrief(null, List.of(sources)), Canvas.PORTRAIT, 42)),
        60);
  }

  /** Pixabay with one clip for each subject, and one that fits nothing. */
  private void site(HttpServerRequest request) {
    site(request, 9);
  }

  private void site(HttpServerRequest request, int seconds) {
    if (request.path().startsWith("/file/")) {
      request.response().end(clip(request.path()));
      return;
    }
    JsonArray hits = new JsonArray();
    String text = request.getParam("q");
    for (int i = 0; i < SUBJECTS.size(); i++) {
      if (text.contains(SUBJECTS.get(i)) && request.path().equals("/api/videos/")) {
        hits.add(hit(99, "pattern, texture", seconds));
        hits.add(hit(100 + i, SUBJECTS.get(i) + ", " + mark + ", morning", seconds));
      }
    }
    request.response().end(new JsonObject().put("hits", hits).toBuffer());
  }

  private JsonObject hit(int id, String tags, int seconds) {
    JsonObject file =
        new JsonObject()
            .put("url", pixabay.address() + "/file/" + id + "/" + mark + "?token=x")
            .put("width", 1080)
            .put("height", 1920)
            .put("size", 9000);
    return new JsonObject()
        .put("id", id)
        .put("pageURL", "https://pixabay.com/videos/id-" + id + "/")
        .put("tags", tags)
        .put("duration", seconds)
        .put("user", "Ada")
        .put("user_id", 7)
        .put("videos", new JsonObject().put("large", file));
  }

  private static Buffer clip(String says) {
    return Buffer.buffer(new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'})
        .appendString(says);
  }
}
