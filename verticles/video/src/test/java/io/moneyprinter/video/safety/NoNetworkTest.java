package io.moneyprinter.video.safety;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that name a host: it never hears of us, whoever of us opens them. */
class NoNetworkTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private final AtomicInteger visits = new AtomicInteger();
  private ServerSocket host;
  private Ffmpeg ffmpeg;

  @BeforeEach
  void listen() throws IOException {
    ffmpeg = RealFfmpeg.on(test.node());
    host = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread listener = new Thread(this::serve, "host");
    listener.setDaemon(true);
    listener.start();
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list.m3u8",
        "clip.mp4",
        "join.ffconcat",
        "join.mp4",
        "drawing.svg",
        "film.mov",
        "manifest.mpd",
        "call.sdp",
        "smooth.ism"
      })
  void aFileThatNamesAHostIsNotFollowed(String name) throws IOException {
    Path file = Files.write(test.node().data().staging().resolve(name), content(name));

    ends(ffmpeg.run(look(MediaInput.suspect(file, MediaLimits.usual()))));
    ends(ffmpeg.run(look(MediaInput.open(file))));
    List<String> convert = new ArrayList<>(MediaInput.open(file));
    convert.addAll(List.of("-f", "null", "-"));
    ends(ffmpeg.run(FfmpegCommand.convert("convert", Duration.ofSeconds(10), convert)));
    ends(
        new MediaProbe(ffmpeg, test.node().pools(), MediaLimits.usual())
            .probe(new Blob("ab".repeat(32), Files.size(file), "video/mp4"), file));

    assertThat(visits).hasValue(0);
  }

  @Test
  void withoutTheWhiteListsThePlayListWouldBeFollowed() throws IOException {
    Path file = test.node().data().staging().resolve("list.m3u8");
    Files.write(file, content("list.m3u8"));

    ends(ffmpeg.run(look(List.of("-protocol_whitelist", "file,http,tcp", "-i", file.toString()))));

    Await.until("the host was asked", Duration.ofSeconds(5), () -> visits.get() > 0);
  }

  private static FfmpegCommand look(List<String> input) {
    List<String> line = new ArrayList<>(List.of("-v", "error", "-show_streams"));
    line.addAll(input);
    return FfmpegCommand.look("look", line).untrusting(Duration.ofSeconds(10));
  }

  /** Whether it is refused or found to be empty does not matter here. */
  private static void ends(Future<?> run) {
    answer(run.transform(any -> Future.succeededFuture()));
  }

  private byte[] content(String name) {
    String url = "http://127.0.0.1:" + host.getLocalPort() + "/a.ts";
    return switch (name) {
      case "list.m3u8", "clip.mp4" ->
          Bytes.of("#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n" + url + "\n#EXT-X-ENDLIST\n")
              .done();
      case "join.ffconcat", "join.mp4" ->
          Bytes.of("ffconcat version 1.0\nfile '" + url + "'\n").done();
      case "drawing.svg" ->
          Bytes.of("<svg xmlns='http://www.w3.org/2000/svg'><image href='" + url + "'/></svg>")
              .done();
      case "film.mov" -> HostileFiles.referring(url);
      case "manifest.mpd" ->
          Bytes.of(
                  "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011' type='static'"
                      + " mediaPresentationDuration='PT5S'><Period><AdaptationSet"
                      + " mimeType='video/mp4'><Representation id='1' bandwidth='1'><BaseURL>"
                      + url
                      + "</BaseURL></Representation></AdaptationSet></Period></MPD>")
              .done();
      case "call.sdp" ->
          Bytes.of(
                  "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=a\nc=IN IP4 127.0.0.1\nt=0 0\nm=video "
                      + host.getLocalPort()
                      + " RTP/AVP 96\na=rtpmap:96 H264/90000\n")
              .done();
      default ->
          Bytes.of("[Reference]\nRef1=" + url + "\n<asx version='3'><ref href='" + url + "'/>")
              .done();
    };
  }

  private void serve() {
    while (!host.isClosed()) {
      try {
        host.accept().close();
        visits.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }
}
