package io.moneyprinter.launcher;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.orchestration.JobSegment;
import io.moneyprinter.codecs.orchestration.JobSegments;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.GatewayVerticle;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.VideoVerticle;
import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A player, the real FFmpeg, watches over HTTP while the last segment is not done yet. */
class LiveStreamTest {
  private static final Canvas CANVAS = new Canvas(128, 224, 15);
  private static final int RATE = 48_000;
  private static final String JOB = "01980000-0000-7000-8000-000000000001";
  private static final Provenance OWN = new Provenance("test", "1", null, "CC0-1.0", null);

  @RegisterExtension final TestNode test = TestNode.plain();

  private Node node;
  private EventBus bus;
  private String playlist;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile JobSegments told;

  @BeforeEach
  void start() {
    node = test.node();
    bus = node.vertx().eventBus();
    NodeConfig config =
        Installation.read(
                new Installation.Choice(
                    Optional.of(node.data().root()),
                    Optional.empty(),
                    Map.of("gateway.http.port", "0")),
                Map.of())
            .config();
    UsersMessages.AUTHENTICATE.serve(
        bus,
        asked ->
            Future.succeededFuture(
                new Caller("local", "owner", List.of("owner"), Instant.now().plusSeconds(900))));
    OrchestrationMessages.JOB_SEGMENTS.serve(
        bus,
        wish -> {
          asked.incrementAndGet();
          return Future.succeededFuture(told);
        });
    answer(node.vertx().deployVerticle(new VideoVerticle(config.video(), node)), 60);
    GatewayVerticle gateway = new GatewayVerticle(config.gateway(), node);
    answer(node.vertx().deployVerticle(gateway), 30);
    playlist = "http://127.0.0.1:" + gateway.port() + "/v1/videos/" + JOB + "/live/playlist.m3u8";
  }

  @Test
  void aPlayerDecodesEveryFrameInStepWithTheSoundWhileTheRestIsRendered() throws Exception {
    RenderPlan plan = answer(VideoMessages.PLAN.ask(bus, request()), 60);
    assertThat(plan.segments()).hasSizeGreaterThan(1);
    List<RenderedSegment> done = new ArrayList<>();
    told = segments(plan, done, null, JobState.RUNNING);
    assertThat(get(playlist).statusCode()).isEqualTo(503);
    assertThat(get(playlist).headers().firstValue("Retry-After")).isPresent();

    for (Segment segment : plan.segments()) {
      done.add(answer(VideoMessages.RENDER_SEGMENT.ask(bus, new RenderSegment(segment)), 60));
    }
    MixedAudio audio =
        answer(VideoMessages.MIX_AUDIO.ask(bus, new MixAudio(plan.timeline().audio(), null)), 60);
    told = segments(plan, done.subList(0, done.size() - 1), audio, JobState.RUNNING);
    String growing = get(playlist).body();
    assertThat(growing).contains("#EXT-X-PLAYLIST-TYPE:EVENT").doesNotContain("#EXT-X-ENDLIST");
    assertThat(growing.lines().filter(line -> line.endsWith(".ts")))
        .hasSize(plan.segments().size() - 1);

    int before = asked.get();
    Process player = watch();
    try {
      Await.until(
          "the player has the list and a piece",
          Duration.ofSeconds(20),
          () -> asked.get() >= before + 2);
      told = segments(plan, done, audio, JobState.RUNNING);
      String seen = new String(player.getInputStream().readAllBytes());
      assertThat(player.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(player.exitValue()).as(seen).isZero();
      check(seen, plan, audio);
    } finally {
      player.destroyForcibly();
    }
    String whole = get(playlist).body();
    assertThat(whole).startsWith(growing).endsWith("#EXT-X-ENDLIST\n");

    checkFragments(done, plan);

    told = segments(plan, done.subList(0, 1), audio, JobState.CANCELLED);
    assertThat(get(playlist).body()).contains("0.ts\n#EXT-X-ENDLIST").doesNotContain("1.ts");
  }

  /** Browsers append the pieces one by one: each has to stand where it belongs by itself. */
  private void checkFragments(List<RenderedSegment> done, RenderPlan plan) throws Exception {
    int start = 0;
    long soundEnd = -1;
    for (int i = 0; i < done.size(); i++) {
      Process reader =
          ffmpeg(
              "-copyts",
              "-i",
              playlist.replace("playlist.m3u8", i + ".mp4"),
              "-map",
              "0",
              "-c",
              "copy",
              "-f",
              "framecrc",
              "-");
      String seen = new String(reader.getInputStream().readAllBytes());
      assertThat(reader.waitFor()).as(seen).isZero();
      long tick = Long.parseLong(seen.split("#tb 0: 1/")[1].split("\\R")[0]);
      List<long[]> pictures = packets(seen, 0);
      double first = pictures.stream().mapToLong(packet -> packet[0]).min().orElseThrow();
      assertThat(first / tick - 1).isCloseTo(start / (double) CANVAS.fps(), within(0.001));
      int frames = plan.segments().get(i).frames();
      assertThat(pictures).hasSize(frames);
      List<long[]> sounds = packets(seen, 1);
      if (i > 0) {
        assertThat(sounds.get(0)[0]).isEqualTo(soundEnd);
      }
      soundEnd = sounds.get(sounds.size() - 1)[0] + sounds.get(sounds.size() - 1)[1];
      start += frames;
    }
  }

  private void check(String seen, RenderPlan plan, MixedAudio audio) {
    List<long[]> pictures = packets(seen, 0);
    List<long[]> sounds = packets(seen, 1);
    assertThat(pictures).hasSize(plan.timeline().frames());
    for (int i = 1; i < pictures.size(); i++) {
      assertThat(pictures.get(i)[0] - pictures.get(i - 1)[0]).isEqualTo(1);
    }
    for (int i = 1; i < sounds.size(); i++) {
      assertThat(sounds.get(i)[0]).isEqualTo(sounds.get(i - 1)[0] + sounds.get(i - 1)[1]);
    }
    double pictureEnd = (pictures.get(pictures.size() - 1)[0] + 1) / (double) CANVAS.fps();
    long[] last = sounds.get(sounds.size() - 1);
    double soundEnd = (last[0] + last[1]) / (double) RATE;
    assertThat(soundEnd).isCloseTo(pictureEnd, within(1.0 / CANVAS.fps()));
    assertThat(sounds.get(0)[0] / (double) RATE)
        .isCloseTo(pictures.get(0)[0] / (double) CANVAS.fps(), within(1.0 / CANVAS.fps()));
    assertThat(seen.toLowerCase(Locale.ROOT))
        .doesNotContain("corrupt")
        .doesNotContain("discontinu")
        .doesNotContain("non-monoton");
  }

  /** Presentation time and length of what was decoded of a stream. */
  private static List<long[]> packets(String seen, int stream) {
    return seen.lines()
        .filter(line -> line.matches(stream + ", .*"))
        .map(line -> line.split(",\\s*"))
        .map(parts -> new long[] {Long.parseLong(parts[2]), Long.parseLong(parts[3])})
        .toList();
  }

  private Process watch() throws IOException {
    return ffmpeg(
        "-copyts",
        "-live_start_index",
        "0",
        "-i",
        playlist,
        "-map",
        "0:v",
        "-map",
        "0:a",
        "-fps_mode",
        "passthrough",
        "-f",
        "framecrc",
        "-");
  }

  private Process ffmpeg(String... arguments) throws IOException {
    FfmpegProgram program = FfmpegProgram.bundled(node.data().cache("ffmpeg"));
    List<String> line = new ArrayList<>(List.of(program.ffmpeg().toString(), "-v", "warning"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putAll(program.environment());
    return builder.redirectErrorStream(true).start();
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JobSegments segments(
      RenderPlan plan, List<RenderedSegment> done, MixedAudio audio, JobState state) {
    List<JobSegment> all = new ArrayList<>();
    for (Segment segment : plan.segments()) {
      Blob video = all.size() < done.size() ? done.get(all.size()).video() : null;
      all.add(
          new JobSegment(
              all.size(),
              "",
              all.stream().mapToInt(JobSegment::frames).sum(),
              segment.frames(),
              video == null ? JobSegment.State.RUNNING : JobSegment.State.DONE,
              0,
              null,
              null,
              null,
              null,
              segment.canvas(),
              segment.encoding().codec(),
              video));
    }
    return new JobSegments(JOB, state, all, IntStream.range(0, all.size()).boxed().toList(), audio);
  }

  private PlanVideo request() throws IOException {
    List<Scene> scenes = new ArrayList<>();
    List<Speech> speech = new ArrayList<>();
    List<SceneMaterial> materials = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      double seconds = 5.1 + i * 0.13;
      scenes.add(new Scene(i, "Word", List.of("thing"), null));
      speech.add(
          new Speech(
              voice(seconds),
              seconds,
              List.of(new WordTiming("Word", 0, 4, 0, 0.4)),
              "test:one",
              "test",
              Speech.TimingSource.EXACT));
      materials.add(
          new SceneMaterial(
              i,
              new Picture.Generated(
                  Picture.Generated.Style.AURORA,
                  i,
                  List.of("#101020", "#406080", "#A0C0E0"),
                  List.of("word")),
              0.5,
              List.of("fits"),
              OWN));
    }
    return new PlanVideo(
        VideoBrief.builder().title("Test").script("x").canvas(CANVAS).seed(7L).build(),
        new Script("Test", "en", scenes, "user", 0),
        speech,
        new ChosenMaterials(materials),
        new Music(null, 0, "None", OWN));
  }

  private Blob voice(double seconds) throws IOException {
    byte[] samples = new byte[2 * (int) Math.round(seconds * RATE)];
    for (int i = 0; i < samples.length / 2; i++) {
      int value = (int) (8000 * Math.sin(2 * Math.PI * 220 * i / RATE));
      samples[2 * i] = (byte) value;
      samples[2 * i + 1] = (byte) (value >> 8);
    }
    StagedFile file = node.blobs().stage(".wav");
    Path path = file.path();
    Files.createDirectories(path.getParent());
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
        AudioFileFormat.Type.WAVE,
        path.toFile());
    return answer(node.blobs().commit(file, "audio/wav", "test"));
  }
}
