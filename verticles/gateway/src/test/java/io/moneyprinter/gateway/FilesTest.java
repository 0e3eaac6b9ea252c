package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.storage.Absence;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.video.AddCaptions;
import io.moneyprinter.codecs.video.CaptionedVideo;
import io.moneyprinter.codecs.video.PreviewVideo;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.platform.tasks.DirectTask;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
  private static final int SIZE = 300_000;

  @RegisterExtension final TestNode test = TestNode.plain();
  private final byte[] content = new byte[SIZE];
  private RunningGateway gateway;
  private Job job;
  private String video;

  @BeforeEach
  void start() {
    new Random(7).nextBytes(content);
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    job = gateway.completedVideo(content);
    video = "/v1/videos/" + job.id() + "/files/video.mp4";
  }

  private String etag() {
    return "\"" + job.result().file(Publication.VIDEO).orElseThrow().key() + "\"";
  }

  private HttpResponse<Buffer> head(String path) {
    return answer(gateway.request(HttpMethod.HEAD, path).send());
  }

  @Test
  void aVideoIsHandedOutWithOneMoreCaptionTrack() {
    Blob captioned = gateway.blob("with captions".getBytes(), "video/mp4");
    AtomicReference<AddCaptions> asked = new AtomicReference<>();
    DirectTask.serve(
        test.node().vertx(),
        VideoMessages.ADD_CAPTIONS,
        (request, task) -> {
          asked.set(request);
          return Future.succeededFuture(new CaptionedVideo(captioned, List.of("deu")));
        });

    HttpResponse<Buffer> made =
        gateway.post(
            "/v1/videos/" + job.id() + "/captions",
            "{\"language\": \"de\", \"text\": \"WEBVTT\\n\\n00:00.0 --> 00:01.0\\nJa\\n\"}");

    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.bodyAsString()).isEqualTo("with captions");
    assertThat(made.getHeader("Content-Type")).isEqualTo("video/mp4");
    assertThat(made.getHeader("Content-Disposition")).startsWith("attachment;");
    assertThat(asked.get().video()).isEqualTo(job.result().files().get(0).blob());
    assertThat(asked.get().tracks().get(0).language()).isEqualTo("de");

    HttpResponse<Buffer> wrong =
        gateway.post("/v1/videos/" + job.id() + "/captions", "{\"language\": \"de\"}");
    assertThat(RunningGateway.problem(wrong).encode()).contains("SubRip");
  }

  @Test
  void smallPicturesOfEveryVideoAreThereForWhoeverPointsAtIt() {
    AtomicReference<PreviewVideo> asked = new AtomicReference<>();
    Blob strip = gateway.blob("strip".getBytes(), "image/jpeg");
    VideoMessages.PREVIEW_VIDEO.serve(
        test.node().vertx().eventBus(),
        wish -> {
          asked.set(wish);
          return Future.succeededFuture(strip);
        });

    JsonObject listed =
        gateway.get("/v1/videos").bodyAsJsonObject().getJsonArray("videos").getJsonObject(0);
    HttpResponse<Buffer> sent = gateway.get(listed.getString("strip"));

    assertThat(sent.bodyAsString()).isEqualTo("strip");
    assertThat(sent.getHeader("Content-Type")).isEqualTo("image/jpeg");
    assertThat(asked.get().video()).isEqualTo(job.result().files().get(0).blob());
    assertThat(asked.get().seconds()).isEqualTo(12.5);
    assertThat(gateway.get("/v1/videos/" + gateway.createVideo() + "/preview.jpg").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aVideoIsSentWholeWithWhatAPlayerNeeds() {
    HttpResponse<Buffer> whole = gateway.get(video);

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body().getBytes()).isEqualTo(content);
    assertThat(whole.getHeader("Content-Type")).isEqualTo("video/mp4");
    assertThat(whole.getHeader("Content-Length")).isEqualTo("" + SIZE);
    assertThat(whole.getHeader("Accept-Ranges")).isEqualTo("bytes");
    assertThat(whole.getHeader("ETag")).isEqualTo(etag());
    assertThat(whole.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(whole.getHeader("Content-Disposition")).startsWith("inline;");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99, 0, 99",
    "bytes=100-100, 100, 100",
    "bytes=299990-, 299990, 299999",
    "bytes=-10, 299990, 299999",
    "bytes=-999999999, 0, 299999",
    "bytes=0-999999999999, 0, 299999"
  })
  void aPartIsSentExactly(String range, int from, int to) {
    HttpResponse<Buffer> part = gateway.get(video, "Range", range);

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.getHeader("Content-Range")).isEqualTo("bytes " + from + "-" + to + "/" + SIZE);
    assertThat(part.body().getBytes()).isEqualTo(Arrays.copyOfRange(content, from, to + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=5-2",
        "bytes=0-9,5-12",
        "bytes=0-1,x",
        "bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16,18-18,20-20,22-22,24-24,26-26,28-28,30-30,32-32",
        "lines=1-2",
        "bytes=-",
        "bytes=a-b",
        "x"
      })
  void aRangeThatIsNoneIsPassedOver(String range) {
    HttpResponse<Buffer> whole = gateway.get(video, "Range", range);

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body().length()).isEqualTo(SIZE);
  }

  @Test
  void severalPartsAreSentInOneAnswer() {
    HttpResponse<Buffer> parts = gateway.get(video, "Range", "bytes=10-19, -5, 999999-, 100-100");

    assertThat(parts.statusCode()).isEqualTo(206);
    String type = parts.getHeader("Content-Type");
    assertThat(type).startsWith("multipart/byteranges; boundary=");
    String boundary = type.substring(type.indexOf('=') + 1);
    Buffer expected = Buffer.buffer();
    for (int[] part : new int[][] {{10, 19}, {SIZE - 5, SIZE - 1}, {100, 100}}) {
      expected
          .appendString(
              "\r\n--" + boundary + "\r\nContent-Type: video/mp4\r\nContent-Range: bytes ")
          .appendString(part[0] + "-" + part[1] + "/" + SIZE + "\r\n\r\n")
          .appendBytes(Arrays.copyOfRange(content, part[0], part[1] + 1));
    }
    expected.appendString("\r\n--" + boundary + "--\r\n");
    assertThat(parts.body().getBytes()).isEqualTo(expected.getBytes());
    assertThat(parts.getHeader("Content-Length")).isEqualTo("" + expected.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=300000-", "bytes=999999-1000000", "bytes=-0"})
  void aPartBeyondTheEndIsRefused(String range) {
    HttpResponse<Buffer> refused = gateway.get(video, "Range", range);

    assertThat(refused.statusCode()).isEqualTo(416);
    assertThat(refused.getHeader("Content-Range")).isEqualTo("bytes */" + SIZE);
    assertThat(refused.getHeader("Content-Length")).isNotEqualTo("" + SIZE);
    assertThat(problem(refused).getString("type"))
        .isEqualTo("urn:moneyprinter:problem:range-not-satisfiable");
  }

  @Test
  void aDownloadIsTakenUpAgainOnlyWhileTheFileIsTheSame() {
    HttpResponse<Buffer> same = withRangeAnd("If-Range", etag());
    HttpResponse<Buffer> changed = withRangeAnd("If-Range", "\"another\"");
    HttpResponse<Buffer> dated = withRangeAnd("If-Range", "Wed, 21 Oct 2015 07:28:00 GMT");

    assertThat(same.statusCode()).isEqualTo(206);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(dated.statusCode()).isEqualTo(200);
  }

  private HttpResponse<Buffer> withRangeAnd(String header, String value) {
    return answer(
        gateway
            .request(HttpMethod.GET, video)
            .putHeader("Range", "bytes=0-9")
            .putHeader(header, value)
            .send());
  }

  @Test
  void whatTheCallerHasIsNotSentAgain() {
    HttpResponse<Buffer> same = gateway.get(video, "If-None-Match", "\"x\", " + etag());

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.getHeader("ETag")).isEqualTo(etag());
    assertThat(same.body()).isNull();
  }

  @Test
  void headTellsTheSameWithoutTheBytes() {
    HttpResponse<Buffer> head = head(video);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.getHeader("Content-Length")).isEqualTo("" + SIZE);
    assertThat(head.getHeader("ETag")).isEqualTo(etag());
    assertThat(head.body()).isNull();
    assertThat(gateway.get(video).body().length()).isEqualTo(SIZE);
  }

  @Test
  void aDownloadIsNamedAfterTheVideoInAnyScript() {
    String header = gateway.get(video + "?download").getHeader("Content-Disposition");

    assertThat(header)
        .isEqualTo(
            "attachment; filename=\"Kaffee die Reise .mp4\";"
                + " filename*=UTF-8''Kaffee%20die%20Reise%20%E2%98%95.mp4");
  }

  @Test
  void captionsAreSentAsText() {
    HttpResponse<Buffer> captions = gateway.get("/v1/videos/" + job.id() + "/files/captions.vtt");

    assertThat(captions.getHeader("Content-Type")).isEqualTo("text/vtt; charset=utf-8");
    assertThat(captions.bodyAsString()).startsWith("WEBVTT");

    captions = gateway.get("/v1/videos/" + job.id() + "/files/captions.ass");
    assertThat(captions.getHeader("Content-Type")).isEqualTo("text/x-ssa; charset=utf-8");
    assertThat(captions.bodyAsString()).startsWith("[Script Info]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "captions.srt",
        "passwd",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/secret",
        "video.mp4%00.jpg",
        "VIDEO.MP4"
      })
  void noOtherNameIsEverLookedUp(String name) {
    assertThat(gateway.get("/v1/videos/" + job.id() + "/files/" + name).statusCode())
        .isIn(400, 404);
  }

  @Test
  void aFileThatIsGoneFromTheDiskIsNotFound() throws Exception {
    Files.delete(test.node().blobs().path(job.result().file(Publication.VIDEO).orElseThrow()));

    HttpResponse<Buffer> gone = gateway.get(video);

    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(RunningGateway.problem(gone).getString("detail"))
        .contains("kept no longer", "not known");
    assertThat(gone.getHeader("ETag")).isNull();

    AtomicReference<Absence> why = new AtomicReference<>();
    StorageMessages.EXPLAIN_ABSENCE.serve(
        test.vertx().eventBus(), wish -> Future.succeededFuture(why.get()));
    why.set(new Absence(Absence.Reason.EXPIRED, Instant.parse("2026-03-01T10:00:00Z")));
    assertThat(RunningGateway.problem(gateway.get(video)).getString("detail"))
        .contains("time for which such files are kept was over on 2026-03-01");
    why.set(new Absence(Absence.Reason.GIVEN_UP, Instant.parse("2026-03-02T10:00:00Z")));
    assertThat(RunningGateway.problem(gateway.get(video)).getString("detail"))
        .contains("somebody of your tenant deleted it on 2026-03-02");
  }

  @Test
  void anUnfinishedVideoSaysThatItHasNoFilesYet() {
    String id = gateway.createVideo();

    HttpResponse<Buffer> early = gateway.get("/v1/videos/" + id + "/files/video.mp4");

    assertThat(early.statusCode()).isEqualTo(404);
    assertThat(problem(early).getString("detail")).contains("queued");
  }
}
