package io.moneyprinter.launcher.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.testsupport.Await;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody who means harm sends: refused with a problem that says why, nothing written outside
 * the data folder, and nothing left behind in it.
 */
@ExtendWith(LibraryNode.Extension.class)
class UploadAttacksTest {
  private Set<String> before;

  @BeforeEach
  void look(LibraryNode node) {
    before = everything(node);
  }

  @AfterEach
  void nothingIsLeftBehind(LibraryNode node) {
    assertThat(everything(node)).isEqualTo(before);
  }

  /** The files of the data folder, and what stands beside it. */
  private static Set<String> everything(LibraryNode node) {
    Set<String> all = new TreeSet<>(node.files());
    try (Stream<Path> beside = Files.list(node.node.data().root().getParent())) {
      beside
          .map(path -> path.getFileName().toString())
          .filter(name -> name.contains("evil"))
          .forEach(all::add);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return all;
  }

  private static JsonNode refused(HttpResponse<String> answer, int... statuses) {
    assertThat(statuses).as(answer.body()).contains(answer.statusCode());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = LibraryNode.tree(answer);
    assertThat(problem.at("/detail").asText()).isNotBlank();
    return problem;
  }

  static Stream<String> names() {
    return Stream.of(
        "../evil.png",
        "../../../../etc/passwd",
        "..\\evil.png",
        "..\\..\\windows\\win.ini",
        "/etc/passwd",
        "//evil/share/a.png",
        "\\\\evil\\share\\a.png",
        "C:\\evil.png",
        "C:evil.png",
        "file:///etc/passwd",
        "a/../evil.png",
        "a/..\\evil.png",
        "./evil.png",
        ".",
        "..",
        "...",
        "~/evil.png",
        "~root",
        "%2e%2e%2fevil.png",
        "%2e%2e/evil.png",
        "..%2fevil.png",
        "..%5cevil.png",
        "%252e%252e%252fevil.png",
        "%25252e%25252e%25252fevil.png",
        "%2525252525252e.png",
        "..%c0%afevil.png",
        "%c0%ae%c0%ae%c0%afevil.png",
        "..%e0%80%afevil.png",
        "..%f0%80%80%afevil.png",
        "..%c1%9cevil.png",
        "%u002e%u002e%u2215evil.png",
        "..\u2215evil.png",
        "..\u2044evil.png",
        "..\uff0fevil.png",
        "..\uff3cevil.png",
        "\uff0e\uff0e",
        "\u2024\u2024",
        "evil.png\u0000.jpg",
        "evil.png%00.jpg",
        "evil\n.png",
        "evil\u202egnp.exe",
        "evil.png::$DATA",
        "evil.png:stream",
        "CON",
        "con.png",
        "NUL.jpg",
        "COM1",
        "lpt9.mp4",
        "AUX .png".strip() + ".",
        "evil.png.",
        " evil.png",
        "evil\ud800.png",
        "",
        "x".repeat(300) + ".png");
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("names")
  void aNameThatIsAWayElsewhereIsRefused(String name, LibraryNode node) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    String header = "filename " + java.util.Base64.getEncoder().encodeToString(bytes);
    HttpResponse<String> answer =
        node.send(
            new Tus(node)
                .request("/v1/materials/uploads")
                .header("Upload-Length", "10")
                .header("Upload-Metadata", name.isEmpty() ? "filename IA==" : header)
                .POST(HttpRequest.BodyPublishers.noBody()));

    if (name.contains("\ud800")) { // Java sends a question mark for half a character
      assertThat(answer.statusCode()).isEqualTo(201);
      new Tus(node).delete(answer.headers().firstValue("Location").orElseThrow());
      return;
    }
    JsonNode problem = refused(answer, 400);
    assertThat(problem.at("/violations/0/pointer").asText()).isEqualTo("/name");
    assertThat(problem.at("/detail").asText()).contains("such as beach.mp4");
  }

  static Stream<String> ids() {
    return Stream.of(
        "../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "..%252f..%252fetc%252fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "%2e%2e%5c%2e%2e%5cwin.ini",
        "..%c0%af..%c0%afetc%c0%afpasswd",
        "%00",
        "%2fetc%2fpasswd",
        "uploads%00.png",
        "CON",
        "c%3a%5cwin.ini",
        "00000000-0000-0000-0000-000000000000%2f..%2f..%2fevil",
        "00000000-0000-0000-0000-000000000000%00");
  }

  /** Raw, because clients tidy paths. */
  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("ids")
  void anIdThatIsAWayElsewhereIsNotFound(String id, LibraryNode node) throws IOException {
    for (String path :
        new String[] {"/v1/materials/" + id + "/file", "/v1/materials/uploads/" + id}) {
      String answer =
          raw(node, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).containsPattern("HTTP/1.1 (400|404) ").doesNotContain("root:");
    }
  }

  private static String raw(LibraryNode node, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void aHugeLengthIsRefusedBeforeAByteIsRead(LibraryNode node) throws IOException {
    refused(new Tus(node).create(LibraryNode.FILE_LIMIT + 1, "filename", "a.png"), 413);
    String answer =
        raw(
            node,
            "POST /v1/materials?name=a.png HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: image/png\r\nContent-Length: 900000000000\r\n\r\n");
    assertThat(answer).contains("HTTP/1.1 413 ", "application/problem+json");
    String absurd =
        raw(
            node,
            "POST /v1/materials/uploads HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Tus-Resumable: 1.0.0\r\nUpload-Length: 99999999999999999999999\r\n"
                + "Content-Length: 0\r\n\r\n");
    assertThat(absurd).contains("HTTP/1.1 400 ", "/Upload-Length");
  }

  @Test
  void aBodyLongerThanWasSaidIsCutOff(LibraryNode node) {
    Tus tus = new Tus(node);
    String upload = tus.open(100, "filename", "a.png");
    refused(tus.patch(upload, 0, new byte[101]), 413);
    HttpResponse<String> chunked =
        tus.patch(
            upload,
            0,
            HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(new byte[5000])));
    refused(chunked, 413);
    assertThat(tus.offset(upload)).isZero();
    tus.delete(upload);
  }

  @Test
  void anEndlessBodyIsCutOff(LibraryNode node) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      socket.setSoTimeout(30_000);
      String head =
          "POST /v1/materials?name=a.png HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = Pictures.joined("10000\r\n", new byte[65_536], "\r\n");
      long sent = 0;
      try {
        while (sent < 1L << 30) {
          socket.getOutputStream().write(chunk);
          sent += chunk.length;
        }
      } catch (IOException cut) {
        assertThat(sent).isLessThan(1L << 28);
      }
      assertThat(sent).as("it was cut off").isLessThan(1L << 30);
    }
    Await.until(
        "nothing is left",
        Duration.ofSeconds(10),
        () -> node.files().stream().noneMatch(file -> file.startsWith("uploads")));
  }

  @Test
  void aLengthThatNeverComesLeavesNothing(LibraryNode node) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      String head =
          "POST /v1/materials?name=a.png HTTP/1.1\r\nHost: localhost\r\n"
              + "Content-Type: image/png\r\nContent-Length: 100000\r\n\r\nshort";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      Await.until(
          "a part is there",
          Duration.ofSeconds(10),
          () -> node.files().stream().anyMatch(file -> file.startsWith("uploads")));
    }
    Await.until(
        "the part is gone",
        Duration.ofSeconds(10),
        () -> node.files().stream().noneMatch(file -> file.startsWith("uploads")));
  }

  static Stream<Arguments> polyglots() {
    byte[] png = Pictures.png(20, 20, 0x336699);
    byte[] jpeg = Pictures.jpeg(20, 20, 0x336699);
    byte[] zip = Zips.of(Zips.file("a.png", png)).bytes();
    return Stream.of(
        Arguments.of("JPEG with a ZIP behind it", Pictures.joined(jpeg, zip), "ZIP"),
        Arguments.of("PNG with a ZIP behind it", Pictures.joined(png, zip), "ZIP"),
        Arguments.of(
            "ZIP behind it with a comment",
            Pictures.joined(
                jpeg, Zips.of(Zips.file("a.png", png)).comment("x".repeat(999)).bytes()),
            "ZIP"),
        Arguments.of("JPEG with a page in it", Pictures.joined(jpeg, "<HTML><script>"), "web page"),
        Arguments.of(
            "PNG with PHP behind it", Pictures.joined(png, "<?php system($_GET[0]);"), "script"),
        Arguments.of("PDF and JPEG", Pictures.joined(jpeg, "\n%PDF-1.4\n"), "PDF"),
        Arguments.of(
            "a web page", "<!doctype html><script>alert(1)</script>".getBytes(), "none of"),
        Arguments.of(
            "a drawing in SVG", "<svg xmlns='x' onload='alert(1)'/>".getBytes(), "none of"),
        Arguments.of("a play list", "#EXTM3U\nfile:///etc/passwd\n".getBytes(), "none of"),
        Arguments.of("a program", Pictures.joined("\u007fELF", new byte[100]), "none of"),
        Arguments.of("a colour table", "LUT_1D_SIZE 2\n0 0 0\n1 1 1\n".getBytes(), "none of"),
        Arguments.of("a name for a picture only", new byte[500], "none of"),
        Arguments.of("half a picture", java.util.Arrays.copyOf(png, 60), ""),
        Arguments.of("a GIF that is script", "GIF89a=1;alert(1)//".getBytes(), "none of"));
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("polyglots")
  void aFileThatIsTwoThingsOrNoneIsRefused(
      String what, byte[] file, String said, LibraryNode node) {
    JsonNode problem = refused(node.post("?name=pretty.png", file), 400);
    assertThat(problem.at("/detail").asText()).as(what).contains(said);
  }

  @Test
  void aRefusedUploadIsGoneAndSaysWhy(LibraryNode node) {
    Tus tus = new Tus(node);
    byte[] page = "<html>not a clip</html>".getBytes(StandardCharsets.UTF_8);
    String upload = tus.open(page.length, "filename", "clip.mp4");
    refused(tus.patch(upload, 0, page), 400);
    assertThat(tus.head(upload).statusCode()).isEqualTo(410);
    assertThat(node.get(upload).body()).contains("\"state\":\"REFUSED\"", "whatever its name says");
  }

  @Test
  void aLinkInThePlaceOfAPartIsNotFollowed(LibraryNode node) throws IOException {
    Tus tus = new Tus(node);
    String upload = tus.open(10, "filename", "a.png");
    String id = upload.substring(upload.lastIndexOf('/') + 1);
    Path outside = Files.createTempFile("outside", ".txt");
    Path link = Files.createSymbolicLink(node.node.data().uploads().resolve(id), outside);
    refused(tus.patch(upload, 0, new byte[10]), 507);
    assertThat(outside).isEmptyFile();
    Files.delete(link);
    Files.delete(outside);
    tus.delete(upload);
  }

  @Test
  void aFullDiskIsSaidAndTheUploadGoesOnWhenThereIsRoom(LibraryNode node) throws Exception {
    byte[] picture = Pictures.jpeg(400, 400, 0x777777);
    Tus tus = new Tus(node);
    String upload = tus.open(picture.length, "filename", "full.jpg");
    Path file = node.node.data().uploads().resolve(upload.substring(upload.lastIndexOf('/') + 1));
    try (SmallDisk disk = SmallDisk.over(node.node.data().uploads(), 4096)) {
      org.junit.jupiter.api.Assumptions.assumeTrue(disk.mounted(), "needs the right to mount");
      JsonNode problem = refused(tus.patch(upload, 0, picture), 507);
      assertThat(problem.at("/detail").asText()).contains("free some space");
    }
    assertThat(tus.offset(upload)).isZero();
    assertThat(Files.exists(file)).isFalse();
    assertThat(tus.patch(upload, 0, picture).statusCode()).isEqualTo(204);
    String made = LibraryNode.tree(node.get(upload)).at("/materials/0").asText();
    assertThat(node.get(made).statusCode()).isEqualTo(200);
    before = everything(node);
  }

  @Test
  void aBoundaryThatNeverComesAndManyFilesAreRefused(LibraryNode node) {
    byte[] png = Pictures.png(9, 9, 1);
    byte[] two =
        Pictures.joined(
            "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.png\"\r\n\r\n",
            png,
            "\r\n--b\r\nContent-Disposition: form-data; name=\"b\"; filename=\"b.png\"\r\n\r\n",
            png,
            "\r\n--b--\r\n");
    refused(form(node, two), 400);
    byte[] elsewhere =
        Pictures.joined(
            "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"../../evil.png\"\r\n\r\n",
            png,
            "\r\n--b--\r\n");
    refused(form(node, elsewhere), 400);
    refused(
        form(
            node, "--b\r\nContent-Disposition: form-data; name=x\r\n\r\n1\r\n--b--\r\n".getBytes()),
        400);
  }

  private static HttpResponse<String> form(LibraryNode node, byte[] body) {
    return node.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/v1/materials"))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .header("X-Requested-With", "test")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  static Stream<Arguments> archives() {
    byte[] png = Pictures.png(16, 16, 0xaa5500);
    return Stream.of(
        Arguments.of("ZIP slip", Zips.of(Zips.file("../../evil.png", png)), "folder"),
        Arguments.of("ZIP slip by backslash", Zips.of(Zips.file("..\\evil.png", png)), "backslash"),
        Arguments.of("an absolute name", Zips.of(Zips.file("/etc/evil.png", png)), "no name"),
        Arguments.of("a name with a NUL", Zips.of(Zips.file("a\0.png", png)), "control"),
        Arguments.of("a device", Zips.of(Zips.file("x/NUL.png", png)), "device"),
        Arguments.of("a link", Zips.of(Zips.link("a.png", "/etc/passwd")), "is a link"),
        Arguments.of("an encrypted entry", Zips.of(Zips.file("a.png", png)).locked(), "password"),
        Arguments.of(
            "a doubled name", Zips.of(Zips.file("a.png", png), Zips.file("A.png", png)), "twice"),
        Arguments.of("an archive in it", Zips.of(Zips.file("b.zip", png)), "unpack it first"),
        Arguments.of(
            "an archive in it by another name",
            Zips.of(Zips.file("b.png", Zips.of(Zips.file("a.png", png)).bytes())),
            "none of"),
        Arguments.of(
            "a bomb by ratio", Zips.of(Zips.file("z.png", new byte[3 << 20])), "as bombs do"),
        Arguments.of("too large a file", Zips.of(Zips.noise("z.png", 5 << 20)), "larger than"),
        Arguments.of(
            "too many entries",
            Zips.of(
                Stream.iterate(0, i -> i + 1)
                    .limit(51)
                    .map(i -> Zips.file(i + ".txt", png))
                    .toList()),
            "more than 50 entries"),
        Arguments.of(
            "too many files",
            Zips.of(
                Stream.iterate(0, i -> i + 1)
                    .limit(11)
                    .map(i -> Zips.file(i + ".png", png))
                    .toList()),
            "more than 10 files"),
        Arguments.of(
            "a size that lies",
            Zips.of(Zips.file("a.png", new byte[200_000])).claiming(100),
            "claims"),
        Arguments.of("a damaged directory", Zips.of(Zips.file("a.png", png)).cut(30), "damaged"),
        Arguments.of("overlapping entries", Zips.of(Zips.file("a.png", png)).doubled(), "shares"),
        Arguments.of("nothing of use", Zips.of(Zips.file("readme.txt", "x".getBytes())), "none of"),
        Arguments.of("nothing at all", Zips.of(), "holds no picture"),
        Arguments.of(
            "one bad file among good ones",
            Zips.of(Zips.file("a.png", png), Zips.file("b.png", "<html>".getBytes())),
            "b.png"));
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("archives")
  void anArchiveThatMeansHarmIsRefusedWhole(String what, Zips zip, String said, LibraryNode node) {
    HttpResponse<String> begun = node.post("?name=a.zip", zip.bytes());
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    String upload = begun.headers().firstValue("Location").orElseThrow();
    Await.until(
        "it is decided",
        Duration.ofSeconds(30),
        () -> !node.get(upload).body().contains("FINISHING"));
    JsonNode refused = LibraryNode.tree(node.get(upload));
    assertThat(refused.at("/state").asText()).as(what + refused).isEqualTo("REFUSED");
    assertThat(refused.at("/problem").asText()).contains(said);
    assertThat(refused.at("/materials")).isEmpty();
  }

  @Test
  void aGoodArchiveBecomesMaterialsWithTagsOfItsFolders(LibraryNode node) {
    Zips zip =
        Zips.of(
            Zips.file("Holiday/Beach/sand_castle.png", Pictures.png(30, 20, 0xeecc00)),
            Zips.file("Holiday/.DS_Store", new byte[20]),
            Zips.file("__MACOSX/._sand_castle.png", new byte[20]),
            Zips.file("Holiday/sunset.jpg", Pictures.jpeg(30, 40, 0xff4400)));
    HttpResponse<String> begun = node.post("?name=holiday.zip&tag=summer", zip.bytes());
    String upload = begun.headers().firstValue("Location").orElseThrow();
    Await.until(
        "it is unpacked", Duration.ofSeconds(30), () -> node.get(upload).body().contains("DONE"));
    JsonNode done = LibraryNode.tree(node.get(upload));
    assertThat(done.at("/materials")).hasSize(2);
    JsonNode castle = LibraryNode.tree(node.get(done.at("/materials/0").asText()));
    assertThat(castle.at("/title").asText()).isEqualTo("sand castle");
    assertThat(castle.at("/tags").toString()).contains("summer", "beach", "holiday", "castle");
    assertThat(node.files()).noneMatch(file -> file.startsWith("staging"));
    before = everything(node);
  }
}
