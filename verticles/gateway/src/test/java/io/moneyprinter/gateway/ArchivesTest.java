package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.AssetVersion;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CreateLink;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkDisposition;
import io.moneyprinter.codecs.storage.OpenedLink;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.storage.TakenLink;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The files of videos as one ZIP, unpacked by Apache Commons Compress. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchivesTest {
  private static final String TITLE = "Kaffee die Reise ☕";
  private static final String LINK = "AAAAAAAAAAAAAAAAAAAAAA";

  private final TestNode test = TestNode.plain();
  private final byte[] content = new byte[700_000];
  private RunningGateway gateway;

  @TempDir private Path folder;

  @BeforeAll
  void start() {
    test.open(null);
    new Random(3).nextBytes(content);
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
  }

  @AfterAll
  void stop() {
    test.close();
  }

  private Map<String, byte[]> unpacked(HttpResponse<Buffer> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/zip");
    assertThat(answer.getHeader("Content-Length")).isEqualTo("" + answer.body().length());
    Path file = Files.write(folder.resolve("sent.zip"), answer.body().getBytes());
    Map<String, byte[]> found = new TreeMap<>();
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntries())) {
        found.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return found;
  }

  private static String path(Job job) {
    return "/v1/videos/" + job.id() + "/files.zip";
  }

  @Test
  void aVideoComesWithAllItsFilesInAFolderOfItsTitle() throws Exception {
    Job job = gateway.completedVideo(content);

    HttpResponse<Buffer> sent = gateway.get(path(job));

    Map<String, byte[]> files = unpacked(sent);
    assertThat(files)
        .containsOnlyKeys(TITLE + "/video.mp4", TITLE + "/captions.vtt", TITLE + "/captions.ass");
    assertThat(files.get(TITLE + "/video.mp4")).isEqualTo(content);
    assertThat(sent.getHeader("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"Kaffee die Reise .zip\";"
                + " filename*=UTF-8''Kaffee%20die%20Reise%20%E2%98%95.zip");
    HttpResponse<Buffer> head = answer(gateway.request(HttpMethod.HEAD, path(job)).send());
    assertThat(head.getHeader("Content-Length")).isEqualTo("" + sent.body().length());
  }

  @Test
  void someKindsOrSeveralVideosAreEnough() throws Exception {
    Job one = gateway.completedVideo(content);
    Job other = gateway.completedVideo(content);
    String both = "/v1/videos.zip?ids=" + one.id() + "," + other.id();

    assertThat(unpacked(gateway.get(path(one) + "?kinds=video"))).containsOnlyKeys(TITLE + ".mp4");
    assertThat(unpacked(gateway.get(both + "&kinds=video")))
        .containsOnlyKeys(TITLE + ".mp4", TITLE + " (2).mp4");
    assertThat(unpacked(gateway.get(both + "&kinds=video,captions")))
        .hasSize(6)
        .containsKeys(TITLE + "/video.mp4", TITLE + " (2)/captions.vtt");
  }

  @Test
  void whatMakesNoSenseOrIsNotThereIsSaid() throws Exception {
    Job job = gateway.completedVideo(new byte[] {1});

    assertThat(problem(gateway.get(path(job) + "?kinds=film")).encode())
        .contains("video, captions, stems, pictures, papers");
    assertThat(gateway.get(path(job) + "?kinds=stems").statusCode()).isEqualTo(404);
    assertThat(gateway.get("/v1/videos/" + gateway.createVideo() + "/files.zip").statusCode())
        .isEqualTo(404);
    assertThat(gateway.get("/v1/videos.zip").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/v1/videos.zip?ids=..%2fx").statusCode()).isIn(400, 404);
    assertThat(gateway.get("/v1/videos.zip?ids=" + "x,".repeat(60)).statusCode()).isIn(400, 404);

    Blob video = job.result().file(Publication.VIDEO).orElseThrow();
    Files.delete(test.node().blobs().path(video));
    HttpResponse<Buffer> gone = gateway.get(path(job));
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(problem(gone).getString("detail")).contains("kept no longer");
  }

  @Test
  void materialsComeUnderTheirTitlesWithTheEndingOfWhatTheyAre() throws Exception {
    String one = UUID.randomUUID().toString();
    String other = UUID.randomUUID().toString();
    Map<String, Asset> library =
        Map.of(
            one, asset(one, gateway.blob(content, "image/jpeg")),
            other, asset(other, gateway.blob(new byte[] {7}, "video/quicktime")));
    LibraryMessages.GET_ASSET.serve(
        test.vertx().eventBus(),
        asked ->
            library.containsKey(asked.id())
                ? Future.succeededFuture(library.get(asked.id()))
                : Future.failedFuture(ServiceFailure.notFound("There is no such material")));

    HttpResponse<Buffer> sent = gateway.get("/v1/materials.zip?ids=" + one + "," + other);

    assertThat(unpacked(sent)).containsOnlyKeys("The beach.jpg", "The beach.mov");
    assertThat(sent.getHeader("Content-Disposition")).contains("materials.zip");
    assertThat(
            unpacked(gateway.get("/v1/materials.zip?ids=" + one + "," + one)).get("The beach.jpg"))
        .isEqualTo(content);
    assertThat(gateway.get("/v1/materials.zip?ids=" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    assertThat(gateway.get("/v1/materials.zip").statusCode()).isEqualTo(400);
    assertThat(gateway.get("/v1/materials.zip?ids=..%2fx").statusCode()).isEqualTo(400);
    String many = Stream.generate(() -> "" + UUID.randomUUID()).limit(51).collect(joining(","));
    assertThat(problem(gateway.get("/v1/materials.zip?ids=" + many)).encode()).contains("50");
  }

  private static Asset asset(String id, Blob blob) {
    MediaInfo info = new MediaInfo(MediaInfo.Kind.STILL, 4, 4, 0, 0, "mjpeg", false);
    AssetVersion version = new AssetVersion(1, "x.exe", blob, info, null, Instant.EPOCH);
    return new Asset(
        id,
        "The beach",
        null,
        null,
        List.of(version),
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        null,
        null);
  }

  @Test
  void aLinkToAllFilesIsMadeAndFollowedWithoutALogin() throws Exception {
    Job job = gateway.completedVideo(content);
    AtomicReference<CreateLink> wish = new AtomicReference<>();
    StorageMessages.CREATE_LINK.serve(
        test.vertx().eventBus(),
        asked -> {
          wish.set(asked);
          return Future.succeededFuture(link(job, asked));
        });
    StorageMessages.OPEN_LINK.serve(
        test.vertx().eventBus(),
        shown ->
            Future.succeededFuture(
                new OpenedLink(
                    link(job, wish.get()), OpenedLink.State.GOOD, "https://cdn.example/x")));
    StorageMessages.TAKE_LINK.serve(
        test.vertx().eventBus(), take -> Future.succeededFuture(new TakenLink(true)));

    HttpResponse<Buffer> made =
        gateway.post(
            "/v1/storage/links", "{\"video\":\"" + job.id() + "\",\"file\":\"files.zip\"}");

    assertThat(made.bodyAsJsonObject().getString("subject"))
        .isEqualTo("video/" + job.id() + "/files.zip");
    assertThat(made.bodyAsJsonObject().containsKey("size")).isFalse();
    assertThat(made.bodyAsJsonObject().getString("fileName")).isEqualTo(TITLE + ".zip");
    assertThat(unpacked(gateway.get(made.bodyAsJsonObject().getString("href"))))
        .hasSize(3)
        .containsKey(TITLE + "/video.mp4");
  }

  private static Link link(Job job, CreateLink wish) {
    Instant now = Instant.now();
    return new Link(
        LINK,
        job.tenant(),
        wish.subject(),
        new Blob(wish.key(), 1, wish.mediaType()),
        wish.fileName(),
        LinkDisposition.ATTACHMENT,
        "/files/" + LINK + "?exp=1&sig=k.x",
        now,
        now,
        null,
        0,
        null);
  }
}
