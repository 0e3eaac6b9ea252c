package io.moneyprinter.materials;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.AddMusic;
import io.moneyprinter.codecs.materials.ComposeMusic;
import io.moneyprinter.codecs.materials.DropMusic;
import io.moneyprinter.codecs.materials.GetMusic;
import io.moneyprinter.codecs.materials.HearMusic;
import io.moneyprinter.codecs.materials.ImportFolder;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MeasureSound;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.codecs.video.MusicBrief.Mood;
import io.moneyprinter.codecs.video.MusicBrief.Source;
import io.moneyprinter.codecs.video.SoundMeasure;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.materials.meaning.EmbeddingsConfig;
import io.moneyprinter.materials.source.SourcesConfig;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The music library over a real database. The answers of Openverse have the form of its OpenAPI
 * document ({@code /v1/audio/}), those of Freesound the form of "Freesound API documentation,
 * Resources" ({@code /apiv2/search/}, {@code /apiv2/sounds/}).
 */
class MusicLibraryTest {
  private static final String SONG = "a1b2c3d4-0000-4000-8000-1234567890ab";

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path folder;
  private ProviderStub web;

  @BeforeEach
  void deploy() {
    web = new ProviderStub(test.vertx());
    VideoMessages.MEASURE_SOUND.serve(bus(), this::measure);
    VideoMessages.PROBE.serve(
        bus(),
        asked ->
            Future.succeededFuture(
                new MediaInfo(MediaInfo.Kind.AUDIO, 0, 0, 7, 0, "pcm_s16le", true)));
    TestMaterials.deploy(
        test,
        TestMaterials.config(
            8,
            SourcesConfig.usual(),
            EmbeddingsConfig.unset(),
            MusicSettings.at(web.address(), folder.toString())));
  }

  /** Stands in for the video service, which tests its own measuring. */
  private Future<SoundMeasure> measure(MeasureSound asked) {
    try {
      String bytes =
          Files.readString(test.node().blobs().path(asked.blob()), StandardCharsets.ISO_8859_1);
      return bytes.contains("damaged")
          ? Future.failedFuture(ServiceFailure.invalid("/blob", "The sound is damaged"))
          : Future.succeededFuture(new SoundMeasure(bytes.length(), "mp3", -15.5, -1, 93.0));
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
  }

  @Test
  void whatIsHereIsListedAndFilteredByMoodTempoAndWords() throws IOException {
    Files.write(folder.resolve("Calm_River-72bpm.mp3"), "ID3 river".getBytes());
    Files.write(folder.resolve("notes.txt"), "no music".getBytes());
    MusicPiece mine = answer(add("ID3 my song", "My Song", Mood.DRIVING));

    List<MusicPiece> calm = list(new ListMusic(null, Mood.CALM, null, 80.0, null));
    assertThat(calm).extracting(MusicPiece::source).contains(Source.HOUSE, Source.FOLDER);
    assertThat(calm).allSatisfy(piece -> assertThat(piece.tempo()).isLessThanOrEqualTo(80));
    assertThat(list(new ListMusic(null, null, 90.0, 95.0, "song"))).containsExactly(mine);
    assertThat(list(new ListMusic(Source.FOLDER, null, null, null, null)))
        .singleElement()
        .satisfies(
            piece -> {
              assertThat(piece.id()).isEqualTo("folder:Calm_River-72bpm.mp3");
              assertThat(piece.mood()).isEqualTo(Mood.CALM);
              assertThat(piece.tempo()).isEqualTo(72);
              assertThat(piece.seconds()).isNull();
            });
    // Once it was heard, its length is known.
    Music heard = answer(hear("folder:Calm_River-72bpm.mp3"));
    assertThat(heard.seconds()).isEqualTo(9);
    assertThat(answer(get("folder:Calm_River-72bpm.mp3")).loudness()).isEqualTo(-15.5);
    assertThat(failure(get("folder:../etc/passwd")).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(get("elsewhere:x")).getMessage()).contains("house, own, folder");
  }

  @Test
  void anUploadIsCheckedKeptPerTenantAndLimited() {
    MusicPiece piece = answer(add("ID3 one", "One", Mood.BRIGHT));

    assertThat(piece.tempo()).isEqualTo(93);
    assertThat(piece.loudness()).isEqualTo(-15.5);
    assertThat(answer(hear(piece.id())).audio().mediaType()).isEqualTo("audio/mpeg");
    assertThat(
            failure(
                    MaterialsMessages.GET_MUSIC.ask(
                        bus(), new GetMusic(piece.id()), CallContext.system("other")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(add("<html>", "Page", null)).getMessage()).contains("This is no sound");
    assertThat(failure(add("ID3 damaged", "Bad", null)).getMessage()).contains("damaged");
    assertThat(failure(add("ID3 x", " ", null)).violations().get(0).pointer()).isEqualTo("/title");
    assertThat(failure(add("ID3 " + "x".repeat(700), "Long", null)).getMessage())
        .contains("materials.music.max-length");

    assertThat(answer(add("ID3 one", "Another title", null)).title()).isEqualTo("Another title");
    answer(add("ID3 two", "Two", null));
    assertThat(failure(add("ID3 three", "Three", null)).code()).isEqualTo(FailureCode.QUOTA);
    answer(MaterialsMessages.DROP_MUSIC.ask(bus(), new DropMusic(piece.id())));
    answer(add("ID3 three", "Three", null));
    assertThat(list(new ListMusic(Source.OWN, null, null, null, null)))
        .extracting(MusicPiece::title)
        .containsExactly("Three", "Two");
  }

  @Test
  void aBriefChoosesByIdFileMoodAndTempo() throws IOException {
    assertThat(chosen(brief(null, "house:pulse", null, null, null), null).title())
        .isEqualTo("Pulse");
    Music near = chosen(brief(Mood.CALM, null, 72.0, null, null), null);
    MusicPiece piece = list(new ListMusic(null, Mood.CALM, null, null, near.title())).get(0);
    assertThat(Math.abs(piece.tempo() - 72)).isLessThan(10);
    assertThat(near).isEqualTo(chosen(brief(Mood.CALM, null, 72.0, null, null), null));
    assertThat(
            chosen(brief(Mood.BRIGHT, null, null, null, Source.HOUSE), null).provenance().source())
        .isEqualTo("house");
    assertThat(chosen(new MusicBrief(Mood.CALM, null), null).provenance().source())
        .isEqualTo("generated");

    Files.write(folder.resolve("theme.wav"), "RIFF....WAVEfmt ".getBytes());
    String collection =
        answer(MaterialsMessages.IMPORT_FOLDER.ask(bus(), new ImportFolder(folder.toString())))
            .id();
    Music file = chosen(brief(null, null, null, "theme.wav", null), collection);
    assertThat(file.title()).isEqualTo("theme.wav");
    assertThat(file.seconds()).isEqualTo(7);

    ServiceFailure none = failure(choose(brief(Mood.BRIGHT, null, null, null, Source.OWN), null));
    assertThat(none.code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(none.getMessage()).contains("moneyprinter music list");
  }

  @Test
  void openverseIsSearchedWithoutAKeyAndItsLicenceIsKept() {
    web.says(new JsonObject().put("results", new JsonArray().add(openverse())));

    MusicPiece piece = list(new ListMusic(Source.OPENVERSE, Mood.CALM, null, null, "piano")).get(0);

    assertThat(web.last().path()).isEqualTo("/v1/audio/");
    assertThat(web.last().query())
        .contains("q=piano+calm", "category=music", "license_type=commercial,modification");
    assertThat(web.last().headers().get("authorization")).isNull();
    assertThat(piece.id()).isEqualTo("openverse:" + SONG);
    assertThat(piece.seconds()).isEqualTo(183.5);
    assertThat(piece.provenance().author()).isEqualTo("Ada");
    assertThat(piece.provenance().licence()).isEqualTo("CC-BY-SA-4.0");
    assertThat(piece.provenance().url()).isEqualTo("https://example.org/song");

    web.says(openverse()).says(openverse());
    web.replies(200, "audio/mpeg", Buffer.buffer("ID3 music"));
    Music heard = answer(hear(piece.id()));
    assertThat(heard.provenance()).isEqualTo(piece.provenance());
    assertThat(web.last().path()).isEqualTo("/files/song.mp3");
    int asked = web.asked().size();
    web.says(openverse());
    assertThat(answer(hear(piece.id())).audio()).isEqualTo(heard.audio());
    assertThat(web.asked()).hasSize(asked + 1); // its terms anew, its file from the store

    web.replies(404, new JsonObject().put("detail", "Not found."));
    assertThat(failure(hear(piece.id())).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(hear("openverse:../x")).code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void freesoundIsAskedWithItsKeys() {
    web.refusesKey().says(new JsonObject().put("results", new JsonArray().add(freesound())));

    MusicPiece piece = list(new ListMusic(Source.FREESOUND, null, 80.0, 100.0, null)).get(0);

    assertThat(web.asked().get(0).headers().get("authorization")).isEqualTo("Token first-key");
    assertThat(web.last().headers().get("authorization")).isEqualTo("Token second-key");
    assertThat(web.last().path()).isEqualTo("/apiv2/search/");
    assertThat(web.last().query()).contains("bpm%3A%5B80+TO+100%5D").doesNotContain("second-key");
    assertThat(piece.tempo()).isEqualTo(91);
    assertThat(piece.key()).isEqualTo("A minor");
    assertThat(piece.provenance().licence()).isEqualTo("CC-BY-4.0");
    assertThat(piece.provenance().author()).isEqualTo("grace");
  }

  @Test
  void whenASourceFailsTheHousePlaysAndSaysSo() {
    MusicBrief wanted = brief(Mood.DRIVING, null, null, null, Source.OPENVERSE);
    web.garbage();
    assertReplaced(chosen(wanted, null), "not JSON");
    web.cutsOff("application/json", Buffer.buffer("{\"results\": ["));
    assertReplaced(chosen(wanted, null), "openverse");
    web.breaks();
    assertReplaced(chosen(wanted, null), "openverse");
    web.busy(3_600);
    assertReplaced(chosen(wanted, null), "too many requests");
    // The key was refused: the refusal names its setting.
    web.forbids().forbids();
    assertReplaced(
        chosen(brief(Mood.DRIVING, null, null, null, Source.FREESOUND), null),
        "materials.music.freesound.api-key");
  }

  @Test
  void aFileThatIsNotWhatTheSourceSaysIsNotPlayed() {
    web.says(openverse()).says(openverse());
    web.replies(200, "audio/mpeg", Buffer.buffer("<html>gone</html>"));
    assertThat(failure(hear("openverse:" + SONG)).getMessage()).contains("no sound");

    web.says(openverse()).says(openverse());
    web.replies(200, "audio/mpeg", Buffer.buffer("ID3" + "x".repeat(1_100_000)));
    assertThat(failure(hear("openverse:" + SONG)).getMessage())
        .contains("materials.music.max-file-size");

    JsonObject inside = openverse().put("url", "http://10.0.0.1/secret.mp3");
    web.says(inside).says(inside);
    assertThat(failure(hear("openverse:" + SONG)).getMessage())
        .contains("materials.music.private-hosts");
  }

  private void assertReplaced(Music music, String why) {
    assertThat(music.provenance().source()).isEqualTo("house");
    assertThat(music.note()).contains("plays instead", why);
  }

  private JsonObject openverse() {
    return new JsonObject()
        .put("id", SONG)
        .put("title", "Quiet Keys")
        .put("creator", "Ada")
        .put("url", web.address() + "/files/song.mp3")
        .put("foreign_landing_url", "https://example.org/song")
        .put("license", "by-sa")
        .put("license_version", "4.0")
        .put("duration", 183_500)
        .put("genres", new JsonArray().add("ambient"))
        .put("tags", new JsonArray().add(new JsonObject().put("name", "Piano")));
  }

  private static JsonObject freesound() {
    return new JsonObject()
        .put("id", 4711)
        .put("name", "Loop in A")
        .put("username", "grace")
        .put("tags", new JsonArray().add("music").add("loop"))
        .put("license", "https://creativecommons.org/licenses/by/4.0/")
        .put("duration", 61.5)
        .put("url", "https://freesound.org/s/4711/")
        .put("bpm", 91)
        .put("tonality", "A minor")
        .put(
            "previews",
            new JsonObject().put("preview-hq-mp3", "https://cdn.freesound.org/4711-hq.mp3"));
  }

  private static MusicBrief brief(Mood mood, String id, Double tempo, String file, Source source) {
    return new MusicBrief(mood, null, id, tempo, file, source);
  }

  private Music chosen(MusicBrief brief, String collection) {
    return answer(choose(brief, collection), 60);
  }

  private Future<Music> choose(MusicBrief brief, String collection) {
    return MaterialsMessages.COMPOSE_MUSIC.ask(
        bus(), new ComposeMusic(brief.mood(), 2, 7, brief, collection));
  }

  private List<MusicPiece> list(ListMusic wanted) {
    return answer(MaterialsMessages.LIST_MUSIC.ask(bus(), wanted)).pieces();
  }

  private Future<MusicPiece> get(String id) {
    return MaterialsMessages.GET_MUSIC.ask(bus(), new GetMusic(id));
  }

  private Future<Music> hear(String id) {
    return MaterialsMessages.HEAR_MUSIC.ask(bus(), new HearMusic(id));
  }

  private Future<MusicPiece> add(String bytes, String title, Mood mood) {
    StagedFile file = test.node().blobs().stage(".upload");
    try {
      Files.writeString(file.path(), bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
    Blob blob = answer(test.node().blobs().commit(file, "application/octet-stream", "test"));
    return MaterialsMessages.ADD_MUSIC.ask(
        bus(), new AddMusic(blob, title, mood, null, null, List.of("Test"), "me", null, null));
  }

  private EventBus bus() {
    return test.vertx().eventBus();
  }
}
