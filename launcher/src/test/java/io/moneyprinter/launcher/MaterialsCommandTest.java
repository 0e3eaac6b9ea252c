package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code materials} against a running node, which is killed in the middle of an upload. */
class MaterialsCommandTest {
  private static final Path MEDIA = Path.of("..", "conf", "examples", "media").toAbsolutePath();

  @TempDir private Path home;
  private URI url;
  private int exitCode;

  @Test
  void anUploadSurvivesKillNineAndIsGoneOnWith() throws Exception {
    int port;
    String other;
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = one.getLocalPort();
      url = URI.create("http://127.0.0.1:" + port);
      other = "monitoring.port=" + two.getLocalPort();
    }
    String set = "gateway.http.port=" + port;
    Path clip = MEDIA.resolve("lake-rain.mp4");
    byte[] bytes = Files.readAllBytes(clip);
    String upload;
    try (Program node = Program.start(home, Map.of(), "start", "--set", set, "--set", other)) {
      node.awaitNode();
      String made = run("add", MEDIA.resolve("ocean-waves.jpg").toString(), "--tags", "surf");
      assertThat(exitCode).as(made).isZero();
      assertThat(run("list", "surfs")).contains("ocean-waves").contains("STILL");

      upload = open(bytes.length);
      begin(upload, bytes, bytes.length / 2);
      node.kill();
    }
    try (Program node = Program.start(home, Map.of(), "start", "--set", set, "--set", other)) {
      node.awaitNode();
      assertThat(offset(upload)).isBetween(1L, (long) bytes.length / 2);
      assertThat(run("list")).as("nothing half visible").doesNotContain("rain");

      String id = upload.substring(upload.lastIndexOf('/') + 1);
      String went = run("add", clip.toString(), "--upload", id);
      assertThat(exitCode).as(went).isZero();
      assertThat(run("list", "rain", "--kind", "video")).contains("lake rain by night");

      linkTo(run("list", "surfs").split(" ", 2)[0]);

      Path zip = home.resolve("pictures.zip");
      Files.write(zip, zip("city-evening.jpg", "forest-mist.jpg"));
      assertThat(run("add", zip.toString()).lines()).hasSize(2);
      String shelf = run("collections", "Trees").split(" ", 2)[0];
      String forest = run("list", "mist").split(" ", 2)[0];
      assertThat(run("collect", shelf, forest)).contains("1  Trees");
      run("delete", forest);
      assertThat(run("list", "mist")).isEmpty();
      assertThat(run("restore", forest)).contains("forest-mist");
      Path page = Files.writeString(home.resolve("page.png"), "<html>");
      assertThat(run("add", page.toString())).contains("whatever its name says");
      assertThat(exitCode).isEqualTo(65);
      try (Stream<Path> left = Files.list(home.resolve("data/uploads"))) {
        assertThat(left).isEmpty();
      }
    }
  }

  /** By the command line, with a real gateway and a real store behind it. */
  private void linkTo(String material) throws Exception {
    URI link = URI.create(command("link", "--material", material, "--for", "5m").strip());
    byte[] picture = Files.readAllBytes(MEDIA.resolve("ocean-waves.jpg"));

    HttpResponse<byte[]> part = fetch(link, "bytes=100-199");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(picture, 100, 200));
    assertThat(fetch(link, "bytes=0-").body()).isEqualTo(picture);
    assertThat(fetch(URI.create(link + "x"), "bytes=0-").statusCode()).isEqualTo(403);
    assertThat(command("link")).contains("material/" + material + "/1").contains("fetched 2");
    String id = link.getPath().substring("/files/".length());
    assertThat(command("link", "--revoke", id)).contains("Revoked");
    assertThat(fetch(link, "bytes=0-").statusCode()).isEqualTo(410);
  }

  private static HttpResponse<byte[]> fetch(URI link, String range) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(link).header("Range", range).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry("holiday/" + name));
        zip.write(Files.readAllBytes(MEDIA.resolve(name)));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private String open(long length) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/v1/materials/uploads"))
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Length", Long.toString(length))
            .header("Upload-Metadata", "filename bGFrZV9yYWluX2J5X25pZ2h0Lm1wNA==")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  /** Sends a part and leaves the connection open. */
  private void begin(String upload, byte[] bytes, int part) throws IOException {
    Socket socket = new Socket("127.0.0.1", url.getPort());
    String head =
        ("PATCH %s HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                + "Content-Type: application/offset+octet-stream\r\nContent-Length: %d\r\n\r\n")
            .formatted(upload, bytes.length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes, 0, part);
    socket.getOutputStream().flush();
    Await.until("some of it is there", Duration.ofSeconds(20), () -> offset(upload) > part / 2);
  }

  private long offset(String upload) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve(upload))
              .header("Tus-Resumable", "1.0.0")
              .method("HEAD", HttpRequest.BodyPublishers.noBody())
              .build();
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValueAsLong("Upload-Offset")
          .orElse(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String run(String... words) {
    List<String> all = new ArrayList<>(List.of("materials"));
    all.addAll(List.of(words));
    return command(all.toArray(String[]::new));
  }

  private String command(String... words) {
    CommandRun run = CommandRun.at(url.toString(), List.of(words));
    exitCode = run.exitCode();
    return run.said();
  }
}
