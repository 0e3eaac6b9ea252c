package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobSegment;
import io.moneyprinter.codecs.orchestration.JobSegments;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.PieceForm;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.Receipt;
import io.moneyprinter.codecs.video.StreamPiece;
import io.moneyprinter.codecs.video.VideoCodec;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Watching a video while it is rendered, over HTTP. */
class LiveTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private String id;
  private String live;

  private void start(AuthMode auth) {
    gateway = RunningGateway.start(test.node(), auth);
  }

  private void order() {
    start(AuthMode.LOCAL);
    id = gateway.createVideo();
    live = "/v1/videos/" + id + "/live/";
  }

  private void tell(VideoCodec codec, JobState state, int done, String sound) {
    gateway.services.segments = job -> segments(codec, state, done, sound);
  }

  private JobSegments segments(VideoCodec codec, JobState state, int done, String sound) {
    List<JobSegment> all = new ArrayList<>();
    int[] frames = {40, 31, 30};
    int start = 0;
    for (int i = 0; i < frames.length; i++) {
      boolean ready = i < done;
      all.add(
          new JobSegment(
              i,
              "",
              start,
              frames[i],
              ready ? JobSegment.State.REUSED : JobSegment.State.RUNNING,
              ready ? 1 : 0.5,
              ready ? null : "node-7",
              ready ? "libx264" : null,
              ready ? 0.0 : null,
              null,
              new Canvas(128, 224, 30),
              codec,
              ready ? new Blob("%064x".formatted(i), 1, "video/mp4") : null));
      start += frames[i];
    }
    MixedAudio audio =
        sound == null ? null : new MixedAudio(new Blob("f".repeat(64), 1, sound), 3.4, -14, -1);
    return new JobSegments(id, state, all, List.of(0, 1, 2), audio);
  }

  @Test
  void theListGrowsAtItsEndAndEndsWithTheVideo() {
    order();
    tell(VideoCodec.H264, JobState.RUNNING, 2, "audio/mp4");

    HttpResponse<Buffer> growing = gateway.get(live + "playlist.m3u8");

    assertThat(growing.getHeader("Content-Type")).isEqualTo("application/vnd.apple.mpegurl");
    assertThat(growing.bodyAsString())
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:3
            #EXT-X-TARGETDURATION:1
            #EXT-X-PLAYLIST-TYPE:EVENT
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXTINF:1.333333,
            0.ts
            #EXTINF:1.033333,
            1.ts
            """);
    tell(VideoCodec.H264, JobState.RUNNING, 3, "audio/mp4");
    assertThat(gateway.get(live + "playlist.m3u8").bodyAsString())
        .startsWith(growing.bodyAsString())
        .endsWith("#EXTINF:1.000000,\n2.ts\n#EXT-X-ENDLIST\n");
  }

  @Test
  void aPieceIsMadeOfItsSegmentAndTheSound() {
    order();
    tell(VideoCodec.H264, JobState.RUNNING, 3, "audio/mp4");
    Blob piece = gateway.blob("piece".getBytes(), "video/mp2t");
    List<StreamPiece> asked = new ArrayList<>();
    VideoMessages.STREAM_PIECE.serve(
        test.vertx().eventBus(),
        wish -> {
          asked.add(wish);
          return Future.succeededFuture(piece);
        });

    HttpResponse<Buffer> sent = gateway.get(live + "2.ts");

    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.bodyAsString()).isEqualTo("piece");
    assertThat(sent.getHeader("Content-Type")).isEqualTo("video/mp2t");
    assertThat(asked)
        .singleElement()
        .satisfies(
            wish -> {
              assertThat(wish.start()).isEqualTo(71);
              assertThat(wish.frames()).isEqualTo(30);
              assertThat(wish.last()).isTrue();
            });
    HttpResponse<Buffer> fragments = gateway.get(live + "0.mp4");
    assertThat(fragments.getHeader("Content-Type")).isEqualTo("video/mp4");
    assertThat(asked.get(1).form()).isEqualTo(PieceForm.MP4);
    assertThat(gateway.get(live + "3.ts").statusCode()).isEqualTo(404);
    assertThat(gateway.get(live + "3.mp4").statusCode()).isEqualTo(404);
    assertThat(gateway.get(live + "02.ts").statusCode()).isEqualTo(404);
    assertThat(gateway.get(live + "x.ts").statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeWatchedSaysWhy() {
    order();
    tell(VideoCodec.H264, JobState.RUNNING, 2, null);
    HttpResponse<Buffer> early = gateway.get(live + "playlist.m3u8");
    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(early.getHeader("Retry-After")).isNotNull();

    tell(VideoCodec.HEVC, JobState.RUNNING, 2, "audio/mp4");
    HttpResponse<Buffer> other = gateway.get(live + "playlist.m3u8");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(problem(other).getString("detail")).contains("hevc").contains("H.264");

    tell(VideoCodec.H264, JobState.RUNNING, 2, "audio/webm");
    assertThat(gateway.get(live + "playlist.m3u8").statusCode()).isEqualTo(409);

    tell(VideoCodec.H264, JobState.FAILED, 0, "audio/mp4");
    assertThat(problem(gateway.get(live + "playlist.m3u8")).getString("detail")).contains("failed");

    tell(VideoCodec.H264, JobState.CANCELLED, 1, "audio/mp4");
    assertThat(gateway.get(live + "playlist.m3u8").bodyAsString())
        .endsWith("0.ts\n#EXT-X-ENDLIST\n");
  }

  @Test
  void theSegmentsAreShownWithWhereTheyAreRendered() {
    order();
    tell(VideoCodec.H264, JobState.RUNNING, 2, null);

    JsonObject shown = gateway.get("/v1/videos/" + id + "/segments").bodyAsJsonObject();

    assertThat(shown.getInteger("reused")).isEqualTo(2);
    assertThat(shown.getInteger("rendered")).isZero();
    JsonArray segments = shown.getJsonArray("segments");
    assertThat(segments.getJsonObject(2).getString("state")).isEqualTo("running");
    assertThat(segments.getJsonObject(2).getString("node")).isEqualTo("node-7");
    assertThat(segments.getJsonObject(2).getInteger("start")).isEqualTo(71);
    assertThat(segments.getJsonObject(0).fieldNames()).doesNotContain("node", "video", "note");
  }

  @Test
  void nobodyWatchesAnotherTenantsVideo() {
    start(AuthMode.REQUIRED);
    HttpResponse<Buffer> made =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/videos")
                .putHeader("X-API-Key", FakeServices.OWNER_KEY)
                .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT)));
    id = made.bodyAsJsonObject().getString("id");
    tell(VideoCodec.H264, JobState.RUNNING, 2, "audio/mp4");
    for (String path : List.of("/live/playlist.m3u8", "/live/0.ts", "/segments")) {
      String url = "/v1/videos/" + id + path;
      assertThat(gateway.get(url).statusCode()).isEqualTo(401);
      assertThat(gateway.get(url, "X-API-Key", FakeServices.OTHER_TENANT_KEY).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void verifyingNeedsAReceiptAndASegmentOfIt() throws Exception {
    start(AuthMode.LOCAL);
    Job job = gateway.completedVideo("video".getBytes());
    String verify = "/v1/videos/" + job.id() + "/verify";
    assertThat(gateway.post(verify, "").statusCode()).isEqualTo(404);

    Receipt empty =
        new Receipt(
            1,
            "test",
            7,
            new Receipt.Program("8", "b"),
            "libx264",
            List.of(),
            List.of(),
            new AudioMix(List.of(), null, 0, 2, -14),
            new Blob("f".repeat(64), 1, "audio/mp4"),
            List.of());
    Blob receipt = gateway.blob(RecordJson.wire().writeValueAsBytes(empty), "application/json");
    Publication result =
        new Publication("Test", 2, List.of(new Publication.File(Publication.RECEIPT, receipt)));
    gateway.services.with(job, JobState.COMPLETED, 1, result, null);

    assertThat(gateway.post(verify, "").statusCode()).isEqualTo(409);
  }
}
