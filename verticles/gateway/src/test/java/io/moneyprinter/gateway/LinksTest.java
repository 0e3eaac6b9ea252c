package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CreateLink;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkDisposition;
import io.moneyprinter.codecs.storage.LinkList;
import io.moneyprinter.codecs.storage.OpenLink;
import io.moneyprinter.codecs.storage.OpenedLink;
import io.moneyprinter.codecs.storage.ReadStretch;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.storage.Stretch;
import io.moneyprinter.codecs.storage.TakenLink;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Links over HTTP, with a storage service that has one link. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksTest {
  private static final int SIZE = 3_000_000;
  private static final String ID = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final String HREF = "/files/" + ID + "?exp=2000000000&sig=k.right";

  private final TestNode test = TestNode.plain();
  private final byte[] content = new byte[SIZE];
  private final List<ReadStretch> reads = new CopyOnWriteArrayList<>();
  private final AtomicInteger taken = new AtomicInteger();
  private RunningGateway gateway;
  private Blob blob;
  private volatile Link link;
  private volatile OpenedLink.State state = OpenedLink.State.GOOD;
  private volatile String elsewhere;
  private volatile int most = 100;
  private volatile CreateLink wish;

  @BeforeAll
  void start() {
    test.open(null);
    new Random(11).nextBytes(content);
    gateway = RunningGateway.start(test.node(), AuthMode.REQUIRED);
    EventBus bus = test.vertx().eventBus();
    StorageMessages.OPEN_LINK.serve(bus, this::open);
    StorageMessages.TAKE_LINK.serve(
        bus,
        take -> {
          boolean counted = take.fromBeginning();
          return Future.succeededFuture(new TakenLink(!counted || taken.incrementAndGet() <= most));
        });
    StorageMessages.READ_STRETCH.serve(
        bus,
        read -> {
          reads.add(read);
          int from = (int) read.offset();
          return Future.succeededFuture(
              new Stretch(Arrays.copyOfRange(content, from, from + read.length())));
        });
    StorageMessages.CREATE_LINK.serve(
        bus,
        asked -> {
          wish = asked;
          return Future.succeededFuture(link);
        });
    StorageMessages.LIST_LINKS.serve(
        bus, asked -> Future.succeededFuture(new LinkList(List.of(link), true)));
    StorageMessages.REVOKE_LINK.serve(
        bus, asked -> Future.failedFuture(ServiceFailure.notFound("There is no such link")));
  }

  @BeforeEach
  void reset() {
    blob = gateway.blob(content, "video/mp4");
    link = link(blob, "Reise.mp4", LinkDisposition.INLINE);
    state = OpenedLink.State.GOOD;
    elsewhere = null;
    most = 100;
    reads.clear();
    taken.set(0);
  }

  @AfterAll
  void stop() {
    test.close();
  }

  private Future<OpenedLink> open(OpenLink shown) {
    if (!shown.id().equals(ID)) {
      return Future.failedFuture(ServiceFailure.notFound("There is no such link"));
    }
    return "k.right".equals(shown.signature()) && "2000000000".equals(shown.expires())
        ? Future.succeededFuture(new OpenedLink(link, state, elsewhere))
        : Future.failedFuture(new ServiceFailure(FailureCode.FORBIDDEN, "This link was changed"));
  }

  private static Link link(Blob blob, String name, LinkDisposition disposition) {
    Instant now = Instant.now();
    return new Link(
        ID, "acme", "video/1/video.mp4", blob, name, disposition, HREF, now, now, null, 0, null);
  }

  private void elsewhereThanHere() throws Exception {
    Files.delete(test.node().blobs().path(blob));
  }

  @Test
  void aPlainFileIsSentFromTheDiskWithoutALoginAndNothingOfItRuns() {
    HttpResponse<Buffer> whole = gateway.get(HREF);

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body().getBytes()).isEqualTo(content);
    assertThat(whole.getHeader("ETag")).isEqualTo("\"" + blob.key() + "\"");
    assertThat(whole.getHeader("Content-Type")).isEqualTo("video/mp4");
    assertThat(whole.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(whole.getHeader("Content-Security-Policy")).startsWith("sandbox;");
    assertThat(whole.getHeader("Content-Disposition"))
        .isEqualTo("inline; filename=\"Reise.mp4\"; filename*=UTF-8''Reise.mp4");
    assertThat(reads).isEmpty();
    assertThat(taken).hasValue(1);
    assertThat(gateway.get("/v1/videos").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=200000-1700000, 200000, 1700000",
    "bytes=-7, 2999993, 2999999"
  })
  void aFileThatIsElsewhereIsReadOnlyWhereItIsWanted(String range, int from, int to)
      throws Exception {
    elsewhereThanHere();

    HttpResponse<Buffer> part = gateway.get(HREF, "Range", range);

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.getHeader("Content-Range")).isEqualTo("bytes " + from + "-" + to + "/" + SIZE);
    assertThat(part.body().getBytes()).isEqualTo(Arrays.copyOfRange(content, from, to + 1));
    assertThat(reads.stream().mapToInt(ReadStretch::length).sum()).isEqualTo(to - from + 1);
    assertThat(taken).hasValue(from == 0 ? 1 : 0);
  }

  @Test
  void severalPartsOfAFileThatIsElsewhereComeInOneAnswer() throws Exception {
    elsewhereThanHere();

    HttpResponse<Buffer> parts = gateway.get(HREF, "Range", "bytes=5-9,2000000-2000009");

    assertThat(parts.statusCode()).isEqualTo(206);
    assertThat(parts.getHeader("Content-Length")).isEqualTo("" + parts.body().length());
    assertThat(reads.stream().mapToInt(ReadStretch::length).sum()).isEqualTo(15);
  }

  @Test
  void lookingAndHavingItAlreadyIsNoDownload() throws Exception {
    elsewhereThanHere();

    HttpResponse<Buffer> head = answer(gateway.request(HttpMethod.HEAD, HREF).send());
    HttpResponse<Buffer> same = gateway.get(HREF, "If-None-Match", "\"" + blob.key() + "\"");
    HttpResponse<Buffer> behind = gateway.get(HREF, "Range", "bytes=" + SIZE + "-");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.getHeader("Content-Length")).isEqualTo("" + SIZE);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(behind.statusCode()).isEqualTo(416);
    assertThat(behind.getHeader("Content-Range")).isEqualTo("bytes */" + SIZE);
    assertThat(reads).isEmpty();
    assertThat(taken).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "/files/AAAAAAAAAAAAAAAAAAAAAA?exp=2000000000&sig=k.wrong, 403",
    "/files/AAAAAAAAAAAAAAAAAAAAAA?exp=2000000001&sig=k.right, 403",
    "/files/AAAAAAAAAAAAAAAAAAAAAA, 403",
    "/files/BAAAAAAAAAAAAAAAAAAAAA?exp=2000000000&sig=k.right, 404",
    "/files/..%2f..%2fetc%2fpasswd?exp=2000000000&sig=k.right, 400"
  })
  void aLinkThatIsNotRightIsRefused(String path, int status) {
    HttpResponse<Buffer> refused = gateway.get(path);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(problem(refused).getInteger("status")).isEqualTo(status);
    assertThat(refused.getHeader("ETag")).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPIRED", "REVOKED", "SPENT"})
  void aLinkThatIsGoodNoMoreIsGone(OpenedLink.State over) {
    state = over;

    HttpResponse<Buffer> gone = gateway.get(HREF);

    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(problem(gone).getString("type")).isEqualTo("urn:moneyprinter:problem:gone");
  }

  @Test
  void theLastDownloadIsTheLast() {
    most = 1;

    assertThat(gateway.get(HREF).statusCode()).isEqualTo(200);
    HttpResponse<Buffer> second = gateway.get(HREF);

    assertThat(second.statusCode()).isEqualTo(410);
    assertThat(second.getHeader("Content-Disposition")).isNull();
  }

  @Test
  void aNameThatWouldBreakAHeaderDoesNot() {
    link = link(blob, "a\"\r\nSet-Cookie: x=1;\u202egpj.html", LinkDisposition.ATTACHMENT);

    HttpResponse<Buffer> sent = gateway.get(HREF);

    assertThat(sent.getHeader("Set-Cookie")).isNull();
    assertThat(sent.getHeader("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"a Set-Cookie x1gpj.html\";"
                + " filename*=UTF-8''a%20Set-Cookie%20x%3D1%3B%E2%80%AEgpj.html");
  }

  @Test
  void aFileThatACdnHasIsFetchedThere() {
    elsewhere = "https://cdn.example.com/x?Signature=y";

    HttpResponse<Buffer> sent =
        answer(gateway.request(HttpMethod.GET, HREF).followRedirects(false).send());

    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(sent.getHeader("Location")).isEqualTo(elsewhere);
    assertThat(taken).hasValue(1);
  }

  @Test
  void aLinkIsMadeToAVideoOfOnesOwn() {
    gateway.services.jobs.clear();
    HttpResponse<Buffer> ordered = asOwner("/v1/videos", RunningGateway.SCRIPT);
    Job job = gateway.services.jobs.get(ordered.bodyAsJsonObject().getString("id"));
    assertThat(asOwner("/v1/storage/links", "{\"video\":\"" + job.id() + "\"}").statusCode())
        .isEqualTo(409);
    gateway.finish(job, content);

    HttpResponse<Buffer> made =
        asOwner(
            "/v1/storage/links",
            "{\"video\":\"%s\",\"expiresInSeconds\":60,\"maxDownloads\":2}".formatted(job.id()));

    assertThat(made.statusCode()).isEqualTo(201);
    JsonObject view = made.bodyAsJsonObject();
    assertThat(view.getString("href")).isEqualTo(HREF);
    assertThat(made.getHeader("Location")).isEqualTo("/v1/storage/links/" + ID);
    assertThat(wish.key()).isEqualTo(blob.key());
    assertThat(wish.subject()).isEqualTo("video/" + job.id() + "/video.mp4");
    assertThat(wish.fileName()).isEqualTo("Kaffee die Reise ☕.mp4");
    assertThat(wish.lifeSeconds()).isEqualTo(60);
    assertThat(wish.maxDownloads()).isEqualTo(2);

    HttpResponse<Buffer> strange =
        post(
            "/v1/storage/links", "{\"video\":\"" + job.id() + "\"}", FakeServices.OTHER_TENANT_KEY);
    assertThat(strange.statusCode()).isEqualTo(404);
    HttpResponse<Buffer> reader =
        post("/v1/storage/links", "{\"video\":\"" + job.id() + "\"}", FakeServices.READER_KEY);
    assertThat(reader.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | Give one of",
        "{\"video\":\"x\",\"object\":\"y\"} | Give one of",
        "{\"video\":\"../x\"} | takes the id",
        "{\"object\":\"../x\"} | 64 lower-case",
        "{\"object\":\"x\",\"file\":\"y\"} | file goes with video"
      })
  void aWishThatMakesNoSenseIsRefused(String body, String why) {
    HttpResponse<Buffer> refused = asOwner("/v1/storage/links", body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(problem(refused).encode()).contains(why);
  }

  @Test
  void linksAreListedPageByPage() {
    HttpResponse<Buffer> page =
        answer(
            gateway
                .request(HttpMethod.GET, "/v1/storage/links?limit=1")
                .putHeader("X-API-Key", FakeServices.OWNER_KEY)
                .send());

    assertThat(page.bodyAsJsonObject().getJsonArray("links")).hasSize(1);
    assertThat(page.bodyAsJsonObject().getString("next"))
        .isEqualTo("/v1/storage/links?limit=1&after=" + ID);
  }

  private HttpResponse<Buffer> asOwner(String path, String body) {
    return post(path, body, FakeServices.OWNER_KEY);
  }

  private HttpResponse<Buffer> post(String path, String body, String key) {
    return answer(
        gateway
            .json(HttpMethod.POST, path)
            .putHeader("X-API-Key", key)
            .sendBuffer(Buffer.buffer(body)));
  }

  /** A video of the link's tenant; its title would be markup if it could. */
  private Job shared() {
    gateway.services.jobs.clear();
    asOwner("/v1/videos", RunningGateway.SCRIPT);
    Job made = gateway.finish(gateway.services.jobs.values().iterator().next(), content);
    Publication titled =
        new Publication("<script>x</script> & \"tea\"", 1, made.result().files(), null, null, null);
    Job job =
        Job.builder(made.id(), "acme", made.brief())
            .workflow(made.workflow())
            .state(JobState.COMPLETED)
            .progress(1)
            .result(titled)
            .createdAt(made.createdAt())
            .updatedAt(made.updatedAt())
            .build();
    gateway.services.jobs.put(job.id(), job);
    return job;
  }

  private void linkTo(Job job, LinkDisposition disposition) {
    link =
        new Link(
            ID,
            "acme",
            "video/" + job.id() + "/video.mp4",
            blob,
            "Reise.mp4",
            disposition,
            HREF,
            link.createdAt(),
            link.expiresAt(),
            null,
            0,
            null);
  }

  @Test
  void whoeverHasTheLinkWatchesTheVideoOnAPageOnWhichNothingRuns() {
    String href = HREF.replace("/files/", "/watch/");
    Job job = shared();
    linkTo(job, LinkDisposition.INLINE);

    HttpResponse<Buffer> page = gateway.get(href, "Accept-Language", "fr, de;q=0.8");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.getHeader("X-Robots-Tag")).contains("noindex");
    assertThat(page.getHeader("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'self'");
    String html = page.bodyAsString();
    assertThat(html)
        .contains("lang=\"de\"", "&lt;script&gt;x&lt;/script&gt; &amp; &quot;tea&quot;", "<video")
        .contains("src=\"" + HREF.replace("&", "&amp;") + "\"", "captions.vtt?exp=")
        .doesNotContain("<script", "Herunterladen", "{title}", "{body}");
    String captions = href.replace(ID, ID + "/captions.vtt");
    assertThat(gateway.get(captions).bodyAsString()).isEqualTo("WEBVTT\n");
    assertThat(gateway.get(href.replace(ID, ID + "/poster.jpg")).statusCode()).isEqualTo(404);
    assertThat(gateway.get("/watch/style.css").getHeader("Content-Type")).startsWith("text/css");

    linkTo(job, LinkDisposition.ATTACHMENT);
    assertThat(gateway.get(href, "Accept-Language", "de").bodyAsString()).contains("Herunterladen");

    gateway.services.jobs.put(job.id(), FakeServices.deleted(job, Instant.now()));
    assertThat(gateway.get(href).statusCode()).isEqualTo(410);
    assertThat(gateway.get(HREF).statusCode()).isEqualTo(410);
    assertThat(gateway.get(captions).statusCode()).isEqualTo(410);
    gateway.services.jobs.remove(job.id());
    state = OpenedLink.State.REVOKED;
    assertThat(gateway.get(href).bodyAsString()).contains("no longer valid");
    assertThat(gateway.get(href.replace("right", "wrong")).statusCode()).isEqualTo(404);
  }
}
