package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.AddMusic;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicList;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MusicBrief.Mood;
import io.moneyprinter.codecs.video.MusicBrief.Source;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MusicTest {
  private static final Provenance OWN = new Provenance("own", "1", "Ada", "CC-BY-4.0", null);

  @RegisterExtension final TestNode test = TestNode.plain();

  private final AtomicReference<AddMusic> added = new AtomicReference<>();
  private final AtomicReference<ListMusic> asked = new AtomicReference<>();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    EventBus bus = test.vertx().eventBus();
    MaterialsMessages.LIST_MUSIC.serve(
        bus,
        wanted -> {
          asked.set(wanted);
          return Future.succeededFuture(new MusicList(List.of(piece("Song"))));
        });
    MaterialsMessages.ADD_MUSIC.serve(
        bus,
        wanted -> {
          added.set(wanted);
          return Future.succeededFuture(piece(wanted.title()));
        });
  }

  @Test
  void piecesAreListedByMoodAndTempo() {
    HttpResponse<Buffer> list = gateway.get("/v1/music?mood=calm&slowest=60&fastest=80&text=sea");

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(asked.get()).isEqualTo(new ListMusic(null, Mood.CALM, 60.0, 80.0, "sea"));
    assertThat(list.bodyAsJsonObject().getJsonArray("pieces").getJsonObject(0).getString("id"))
        .isEqualTo("own:1");
    assertThat(gateway.get("/v1/music?mood=sad").bodyAsString()).contains("calm, bright");
  }

  @Test
  void anUploadIsStreamedToTheDiskAndHandedOver() throws IOException {
    byte[] sound = "ID3 sound".repeat(9_000).getBytes(StandardCharsets.US_ASCII);

    HttpResponse<Buffer> made =
        answer(
            gateway
                .request(
                    HttpMethod.POST, "/v1/music?title=My+Song&tags=sea,sun&author=Ada&tempo=90")
                .putHeader("Content-Type", "audio/mpeg")
                .sendBuffer(Buffer.buffer(sound)));

    assertThat(made.statusCode()).as(made.bodyAsString()).isEqualTo(201);
    assertThat(made.getHeader("Location")).isEqualTo("/v1/music/own:1");
    assertThat(added.get().tags()).containsExactly("sea", "sun");
    assertThat(added.get().tempo()).isEqualTo(90);
    assertThat(test.node().blobs().path(added.get().audio())).hasBinaryContent(sound);
    assertStagingIsEmpty();
  }

  @Test
  void whatIsTooLargeEmptyNamelessOrForeignIsRefusedAndLeavesNothing() throws IOException {
    assertThat(upload("/v1/music?title=A", "audio/mpeg", 100_001).statusCode()).isEqualTo(413);
    assertThat(upload("/v1/music?title=A", "audio/mpeg", 0).statusCode()).isEqualTo(400);
    assertThat(upload("/v1/music", "audio/mpeg", 10).bodyAsString()).contains("/title");
    // A foreign page can send a form unasked.
    assertThat(upload("/v1/music?title=A", "multipart/form-data", 10).statusCode()).isEqualTo(403);
    assertThat(chunkedWithoutEnd()).startsWith("HTTP/1.1 413");
    assertThat(added.get()).isNull();
    assertStagingIsEmpty();
  }

  @Test
  void thePieceIsHeardInRanges() {
    Blob sound = gateway.blob("RIFF sound".getBytes(StandardCharsets.US_ASCII), "audio/wav");
    MaterialsMessages.HEAR_MUSIC.serve(
        test.vertx().eventBus(),
        wanted ->
            wanted.id().equals("house:first-light")
                ? Future.succeededFuture(new Music(sound, 1, "First Light", OWN))
                : Future.failedFuture(ServiceFailure.notFound("None")));

    HttpResponse<Buffer> part =
        gateway.get("/v1/music/house:first-light/sound", "Range", "bytes=5-9");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.bodyAsString()).isEqualTo("sound");
    assertThat(part.getHeader("Content-Type")).isEqualTo("audio/wav");
    assertThat(gateway.get("/v1/music/house%3Afirst-light/sound").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/v1/music/..%2F..%2Fetc/sound").statusCode()).isEqualTo(400);
  }

  private HttpResponse<Buffer> upload(String path, String type, int bytes) {
    return answer(
        gateway
            .request(HttpMethod.POST, path)
            .putHeader("Content-Type", type)
            .sendBuffer(Buffer.buffer(new byte[bytes])));
  }

  /** Sends until it is cut off, and gives the first line of the answer. */
  private String chunkedWithoutEnd() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /v1/music?title=A HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: audio/mpeg\r\n"
                  + "Transfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 7; i++) {
        out.write(chunk);
      }
      out.flush();
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  private void assertStagingIsEmpty() throws IOException {
    try (var files = Files.list(test.node().data().staging())) {
      assertThat(files).isEmpty();
    }
  }

  private static MusicPiece piece(String title) {
    return new MusicPiece(
        "own:1", title, Source.OWN, Mood.CALM, 72.0, null, 60.0, -16.0, List.of("sea"), OWN);
  }
}
