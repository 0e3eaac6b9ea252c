package io.moneyprinter.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicDownloadTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  @TempDir Path folder;
  @TempDir Path keys;

  private final List<PublicDownload> open = new ArrayList<>();
  private final List<String> resolved = new ArrayList<>();
  private ProviderStub server;
  private int files;

  @BeforeEach
  void serve() {
    server = new ProviderStub(test.vertx());
  }

  @AfterEach
  void closeAll() {
    open.forEach(PublicDownload::close);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/a.mp4",
        "http://localhost/a.mp4",
        "http://10.1.2.3/a.mp4",
        "http://172.16.0.1/a.mp4",
        "http://192.168.1.1/a.mp4",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/a.mp4",
        "http://0.0.0.0/a.mp4",
        "http://[::1]/a.mp4",
        "http://[::]/a.mp4",
        "http://[::ffff:127.0.0.1]/a.mp4",
        "http://[::ffff:7f00:1]/a.mp4",
        "http://[fe80::1]/a.mp4",
        "http://[fd00::1]/a.mp4",
        "http://[64:ff9b::7f00:1]/a.mp4",
        "http://[2002:7f00:1::]/a.mp4",
        "http://2130706433/a.mp4",
        "http://0x7f000001/a.mp4",
        "http://0x7f.0.0.1/a.mp4",
        "http://017700000001/a.mp4",
        "http://0177.0.0.1/a.mp4",
        "http://127.1/a.mp4",
        "http://127.0.0.1./a.mp4",
        "http://user@example.org/a.mp4",
        "http://example.org@127.0.0.1/a.mp4",
        "http://127.0.0.1\\@example.org/a.mp4",
        "file:///etc/passwd",
        "ftp://example.org/a.mp4",
        "gopher://127.0.0.1:6379/_INFO",
        "//127.0.0.1/a.mp4",
        "http:///a.mp4",
        "javascript:alert(1)",
        ""
      })
  void whatIsNotOnThePublicInternetIsRefusedBeforeAnythingIsSent(String address) {
    ServiceFailure failure = Answers.failure(download(Set.of()).to(target(), "/at", address, 0));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.violations()).extracting(v -> v.pointer()).containsExactly("/at");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRedirectIsJudgedLikeTheFirstAddress() {
    for (String inside :
        List.of(
            "http://localhost:%d/secret",
            "http://[::1]:%d/",
            "http://0177.0.0.1:%d/",
            "http://2130706433:%d/",
            "file:///etc/passwd")) {
      int before = server.asked().size();
      server.handles(
          request ->
              request
                  .response()
                  .setStatusCode(302)
                  .putHeader("location", inside.formatted(request.localAddress().port()))
                  .end());

      ServiceFailure failure =
          Answers.failure(
              download(Set.of("127.0.0.1")).to(target(), "/at", server.address() + "/a", 0));

      assertThat(failure.code()).as(inside).isEqualTo(FailureCode.INVALID);
      assertThat(server.asked()).as(inside).hasSize(before + 1);
    }
    server.otherwise(
        request -> request.response().setStatusCode(302).putHeader("location", "/again").end());
    assertThat(
            Answers.failure(
                    download(Set.of("127.0.0.1")).to(target(), "/at", server.address() + "/a", 0))
                .getMessage())
        .contains("redirects again and again");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aNameServerThatAnswersDifferentlyTheSecondTimeLeadsNowhereElse() throws Exception {
    String port = server.address().substring(server.address().lastIndexOf(':'));
    InetAddress good = InetAddress.getByAddress("rebind.example", new byte[] {(byte) 203, 1, 2, 3});
    InetAddress here = InetAddress.getByAddress("rebind.example", new byte[] {127, 0, 0, 1});
    PublicHosts hosts =
        new PublicHosts(
            Set.of(),
            "a.setting",
            host -> {
              resolved.add(host);
              return new InetAddress[] {resolved.size() == 1 ? good : here};
            });

    // The address that was judged is the one that the request is made to, whatever comes later.
    InetAddress judged = hosts.judged("/at", hosts.parsed("/at", "http://rebind.example" + port));
    var request = PublicHosts.request(hosts.parsed("/at", "http://rebind.example" + port), judged);
    ServiceFailure second =
        Answers.failure(open(hosts).to(target(), "/at", "http://rebind.example" + port, 0));

    assertThat(request.getServer().toString()).contains("203.1.2.3");
    assertThat(request.getHost()).isEqualTo("rebind.example");
    assertThat(second.code()).isEqualTo(FailureCode.INVALID);
    assertThat(second.getMessage()).contains("not on the public internet", "a.setting");
    assertThat(server.asked()).isEmpty();
    // One bad address among good ones is enough to be refused.
    PublicHosts mixed = new PublicHosts(Set.of(), "s", host -> new InetAddress[] {good, here});
    assertThat(Answers.failure(open(mixed).to(target(), "/at", "http://two.example/", 0)).code())
        .isEqualTo(FailureCode.INVALID);
  }

  @Test
  void overTlsTheServerIsAskedForItsNameAndHasToProveIt() throws Exception {
    PublicHosts named =
        new PublicHosts(
            Set.of("media.example"),
            "a.setting",
            host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    List<String> hellos = new CopyOnWriteArrayList<>();
    NetServer raw =
        Answers.answer(
            test.vertx()
                .createNetServer()
                .connectHandler(
                    socket ->
                        socket.handler(
                            hello -> {
                              hellos.add(hello.toString(StandardCharsets.ISO_8859_1));
                              socket.close();
                            }))
                .listen(0, "127.0.0.1"));
    Answers.failure(
        open(named).to(target(), "/at", "https://media.example:" + raw.actualPort() + "/a.mp4", 0));

    assertThat(hellos).hasSize(1).allMatch(hello -> hello.contains("media.example"));

    AtomicInteger asked = new AtomicInteger();
    HttpServer stranger =
        Answers.answer(
            test.vertx()
                .createHttpServer(
                    new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(
                            new PfxOptions()
                                .setPath(selfSigned("media.example").toString())
                                .setPassword("changeit")))
                .requestHandler(
                    request -> {
                      asked.incrementAndGet();
                      request.response().end("not to be had");
                    })
                .listen(0, "127.0.0.1"));
    ServiceFailure untrusted =
        Answers.failure(
            open(named)
                .to(
                    target(),
                    "/at",
                    "https://media.example:" + stranger.actualPort() + "/a.mp4",
                    0));

    assertThat(untrusted.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(untrusted.getMessage()).contains("media.example");
    assertThat(asked).hasValue(0);
  }

  /** A key store with a certificate that nobody vouches for. */
  private Path selfSigned(String name) throws Exception {
    Path store = keys.resolve("stranger.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
    return store;
  }

  @Test
  void aFileIsFetchedWholeOrInPart() throws IOException {
    byte[] bytes = new byte[300_000];
    new java.util.Random(1).nextBytes(bytes);
    server.otherwise(request -> ranged(request, bytes));
    PublicDownload download = download(Set.of("127.0.0.1"));
    Path whole = target();
    Path part = target();

    PublicDownload.Got all =
        Answers.answer(download.to(whole, "/at", server.address() + "/a b.mp4?x=1", 0));
    PublicDownload.Got head = Answers.answer(download.to(part, "/at", server.address(), 1000));

    assertThat(Files.readAllBytes(whole)).isEqualTo(bytes);
    assertThat(all).isEqualTo(new PublicDownload.Got(300_000, false, 300_000, "video/mp4"));
    assertThat(Files.size(part)).isEqualTo(1000);
    assertThat(head).isEqualTo(new PublicDownload.Got(1000, true, 300_000, "video/mp4"));
    assertThat(server.asked().get(0).path()).isEqualTo("/a%20b.mp4");
    assertThat(server.last().headers().get("user-agent")).isEqualTo("test/1 (a@b.c)");
  }

  @Test
  void aServerThatEndsTheConnectionRightBehindTheFileLosesNothingOfIt() throws IOException {
    byte[] bytes = new byte[900_000];
    new java.util.Random(2).nextBytes(bytes);
    var old =
        Answers.answer(
            test.vertx()
                .createNetServer()
                .connectHandler(
                    socket ->
                        socket.handler(
                            request ->
                                socket
                                    .write("HTTP/1.0 200 OK\r\nContent-Length: 900000\r\n\r\n")
                                    .compose(sent -> socket.write(Buffer.buffer(bytes)))
                                    .onComplete(sent -> socket.close())))
                .listen(0, "127.0.0.1"));
    PublicDownload download = download(Set.of("127.0.0.1"));
    for (int i = 0; i < 20; i++) {
      Path target = target();

      Answers.answer(download.to(target, "/at", "http://127.0.0.1:" + old.actualPort(), 0));

      assertThat(Files.readAllBytes(target)).isEqualTo(bytes);
    }
  }

  @Test
  void sizeTimeAndSilenceAreBounded() {
    PublicDownload download = download(Set.of("127.0.0.1"));
    server.handles(
        request -> request.response().putHeader("content-length", "9000000000").write("x"));
    ServiceFailure declared = Answers.failure(download.to(target(), "/at", server.address(), 0));
    server.handles(
        request -> {
          request.response().setChunked(true);
          endless(request);
        });
    ServiceFailure endless = Answers.failure(download.to(target(), "/at", server.address(), 0));
    server.handles(request -> request.response().setChunked(true).write("x"));
    ServiceFailure silent = Answers.failure(download.to(target(), "/at", server.address(), 0));
    server.cutsOff("video/mp4", Buffer.buffer("begin"));
    ServiceFailure cut = Answers.failure(download.to(target(), "/at", server.address(), 0));

    assertThat(declared.code()).isEqualTo(FailureCode.INVALID);
    assertThat(endless.code()).isEqualTo(FailureCode.INVALID);
    assertThat(endless.getMessage()).contains("more than 1000000 bytes");
    assertThat(silent.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(cut.code()).isEqualTo(FailureCode.UNAVAILABLE);
  }

  @Test
  void aStatusIsToldByWhatItMeans() {
    PublicDownload download = download(Set.of("127.0.0.1"));
    for (int status : new int[] {401, 403, 404, 410}) {
      server.replies(status, "text/html", Buffer.buffer("no"));
      assertThat(Answers.failure(download.to(target(), "/at", server.address(), 0)).code())
          .isEqualTo(FailureCode.INVALID);
    }
    for (int status : new int[] {429, 500, 503}) {
      server.replies(status, "text/html", Buffer.buffer("later"));
      assertThat(Answers.failure(download.to(target(), "/at", server.address(), 0)).code())
          .isEqualTo(FailureCode.UNAVAILABLE);
    }
  }

  private static void ranged(HttpServerRequest request, byte[] bytes) {
    String range = request.getHeader("range");
    request.response().putHeader("content-type", "Video/MP4");
    if (range == null) {
      request.response().end(Buffer.buffer(bytes));
      return;
    }
    int last = Integer.parseInt(range.substring(range.indexOf('-') + 1));
    request
        .response()
        .setStatusCode(206)
        .putHeader("content-range", "bytes 0-%d/%d".formatted(last, bytes.length))
        .end(Buffer.buffer(bytes).slice(0, last + 1));
  }

  private void endless(HttpServerRequest request) {
    request
        .response()
        .write(Buffer.buffer(new byte[64 * 1024]))
        .onSuccess(written -> endless(request));
  }

  private PublicDownload download(Set<String> allowed) {
    return open(new PublicHosts(allowed, "a.setting"));
  }

  private PublicDownload open(PublicHosts hosts) {
    PublicDownload download =
        new PublicDownload(
            test.vertx(),
            test.node().pools(),
            hosts,
            new PublicDownload.Limits(
                Duration.ofSeconds(10), Duration.ofMillis(500), 1_000_000, "test/1 (a@b.c)"));
    open.add(download);
    return download;
  }

  private Path target() {
    return folder.resolve("file-" + files++);
  }
}
