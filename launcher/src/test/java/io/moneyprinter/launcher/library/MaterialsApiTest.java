package io.moneyprinter.launcher.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.Await;
import io.vertx.core.Future;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The library over HTTP, with real files, FFmpeg and PostgreSQL. */
@ExtendWith(LibraryNode.Extension.class)
class MaterialsApiTest {
  private static final byte[] CLIP = LibraryNode.media("lake-rain.mp4");

  @Test
  void aPictureIsTakenDescribedShownAndFound(LibraryNode node) throws IOException {
    byte[] picture = Pictures.jpeg(640, 360, 0x2040c0);
    HttpResponse<String> made =
        node.post("?name=harbour_at-dawn.jpg&tag=boats&description=Gulls%20over%20masts", picture);

    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode asset = LibraryNode.tree(made);
    String path = made.headers().firstValue("Location").orElseThrow();
    assertThat(path).isEqualTo(asset.at("/links/self").asText());
    assertThat(asset.at("/title").asText()).isEqualTo("harbour at-dawn");
    assertThat(asset.at("/tags").toString()).isEqualTo("[\"boats\",\"harbour\",\"dawn\"]");
    assertThat(asset.at("/kind").asText()).isEqualTo("STILL");
    assertThat(asset.at("/orientation").asText()).isEqualTo("LANDSCAPE");
    assertThat(asset.at("/current/mediaType").asText()).isEqualTo("image/jpeg");
    assertThat(asset.at("/current/width").asInt()).isEqualTo(640);
    assertThat(asset.at("/current/hash").asText()).matches("[0-9a-f]{16}");
    int color = Integer.parseInt(asset.at("/current/color").asText().substring(1), 16);
    assertThat(color & 255).isGreaterThan(150);

    HttpResponse<byte[]> small =
        node.send(node.request(path + "/thumbnail"), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth()).isEqualTo(480);
    HttpResponse<byte[]> file =
        node.send(node.request(path + "/file"), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(file.body()).isEqualTo(picture);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("harbour at-dawn.jpg");
    assertThat(node.get(path + "/preview").statusCode()).isEqualTo(404);

    assertThat(ids(node, "?q=gull")).containsExactly(asset.at("/id").asText());
    assertThat(ids(node, "?q=harb%20MASTS")).hasSize(1);
    assertThat(ids(node, "?q=gull&kind=video")).isEmpty();
    assertThat(ids(node, "?q=gull&orientation=landscape&tag=boats")).hasSize(1);
  }

  @Test
  void aFileIsLookedAtByDryRunAndNothingOfItStays(LibraryNode node) {
    int before = node.files().size();
    HttpResponse<String> looked = node.post("?dryRun=true&name=dry.mp4", CLIP);

    assertThat(looked.statusCode()).as(looked.body()).isEqualTo(200);
    JsonNode found = LibraryNode.tree(looked);
    assertThat(found.at("/media/kind").asText()).isEqualTo("VIDEO");
    assertThat(found.at("/size").asInt()).isEqualTo(CLIP.length);
    assertThat(node.post("?dryRun=true", "no picture".getBytes()).statusCode()).isEqualTo(400);
    assertThat(ids(node, "?q=dry")).isEmpty();
    assertThat(node.files()).hasSize(before);
  }

  @Test
  void aClipIsTakenInPiecesOverABrokenConnection(LibraryNode node) throws IOException {
    Tus tus = new Tus(node);
    String upload = tus.open(CLIP.length, "filename", "Regen am See.mp4", "tags", "rain, lake");
    int half = CLIP.length / 2;
    breakOff(node, upload, Arrays.copyOf(CLIP, half));
    Await.until("what came is there", Duration.ofSeconds(10), () -> tus.offset(upload) == half);
    assertThat(ids(node, "?q=regen")).as("nothing half visible").isEmpty();
    assertThat(tus.patch(upload, 0, CLIP).statusCode()).isIn(409, 413);
    assertThat(tus.offset(upload)).isEqualTo(half);

    HttpResponse<String> done =
        tus.patch(upload, half, Arrays.copyOfRange(CLIP, half, CLIP.length));

    assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    assertThat(done.headers().firstValue("Upload-Offset")).contains(CLIP.length + "");
    assertThat(tus.offset(upload)).isEqualTo(CLIP.length);
    JsonNode asset =
        LibraryNode.tree(node.get(LibraryNode.tree(node.get(upload)).at("/materials/0").asText()));
    assertThat(asset.at("/title").asText()).isEqualTo("Regen am See");
    assertThat(asset.at("/kind").asText()).isEqualTo("VIDEO");
    assertThat(asset.at("/current/seconds").asDouble()).isPositive();
    assertThat(asset.at("/current/fps").asDouble()).isPositive();
    assertThat(asset.at("/current/codec").asText()).isNotBlank();
    HttpResponse<byte[]> preview =
        node.send(
            node.request(asset.at("/links/preview").asText()),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(preview.headers().firstValue("Content-Type")).contains("video/mp4");
    assertThat(new String(preview.body(), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    assertThat(node.get(asset.at("/links/thumbnail").asText()).statusCode()).isEqualTo(200);
    assertThat(ids(node, "?q=regen&minSeconds=0.1&maxSeconds=600&kind=video")).hasSize(1);
    assertThat(ids(node, "?q=regen&minSeconds=900")).isEmpty();
    assertThat(node.files()).noneMatch(file -> upload.endsWith(file.replace("uploads/", "")));
    assertThat(node.files()).noneMatch(file -> file.startsWith("staging"));
  }

  /** Sends a part, then hangs up in the middle. */
  private static void breakOff(LibraryNode node, String upload, byte[] part) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      String head =
          ("PATCH %s HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                  + "Content-Type: application/offset+octet-stream\r\nContent-Length: %d\r\n\r\n")
              .formatted(upload, CLIP.length);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(part);
      socket.getOutputStream().flush();
      Await.until(
          "it arrived", Duration.ofSeconds(10), () -> new Tus(node).offset(upload) == part.length);
    }
  }

  @Test
  void whatTheProtocolAsksForIsAnswered(LibraryNode node) {
    Tus tus = new Tus(node);
    HttpResponse<String> options =
        node.send(
            node.request("/v1/materials/uploads")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Tus-Version")).contains("1.0.0");
    assertThat(options.headers().firstValue("Tus-Extension"))
        .contains("creation,expiration,termination");

    String upload = tus.open(1000, "filename", "a.png");
    HttpResponse<String> head = tus.head(upload);
    assertThat(head.headers().firstValue("Upload-Offset")).contains("0");
    assertThat(head.headers().firstValue("Upload-Length")).contains("1000");
    assertThat(head.headers().firstValue("Upload-Metadata")).contains("filename YS5wbmc=");
    assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(head.headers().firstValue("Upload-Expires").orElseThrow()).endsWith("GMT");
    HttpResponse<String> plain =
        node.send(node.request(upload).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(plain.statusCode()).isEqualTo(412);
    assertThat(plain.headers().firstValue("Tus-Version")).contains("1.0.0");
    HttpResponse<String> wrongType =
        node.send(
            tus.request(upload)
                .header("Upload-Offset", "0")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("abc")));
    assertThat(wrongType.statusCode()).isEqualTo(415);
    assertThat(tus.patch(upload, 0, new byte[300]).statusCode()).isEqualTo(204);
    assertThat(tus.patch(upload, 299, new byte[300]).statusCode()).isEqualTo(409);
    HttpResponse<String> posted =
        node.send(
            tus.request(upload)
                .expectContinue(true)
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "300")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[100])));
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(204);
    assertThat(tus.offset(upload)).isEqualTo(400);
    assertThat(tus.delete(upload).statusCode()).isEqualTo(204);
    assertThat(tus.head(upload).statusCode()).isEqualTo(404);
    assertThat(node.files()).noneMatch(file -> upload.endsWith(file.replace("uploads/", "")));
  }

  @Test
  void aFormIsTakenAndANewVersionLeavesTheOldOneReachable(LibraryNode node) {
    byte[] first = Pictures.png(60, 80, 0xff0000);
    byte[] second = Pictures.png(90, 90, 0x00ff00);
    String boundary = "XoXo";
    byte[] form =
        Pictures.joined(
            "--XoXo\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nLogo\r\n"
                + "--XoXo\r\nContent-Disposition: form-data; name=\"file\"; filename=\"l.png\"\r\n"
                + "Content-Type: text/html\r\n\r\n",
            first,
            "\r\n--XoXo--\r\n");
    HttpRequest.Builder request =
        node.request("/v1/materials")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(form));
    assertThat(node.send(request).statusCode()).as("a form of any page").isEqualTo(403);
    HttpResponse<String> made = node.send(request.header("X-Requested-With", "test"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode asset = LibraryNode.tree(made);
    assertThat(asset.at("/title").asText()).isEqualTo("Logo");
    assertThat(asset.at("/current/mediaType").asText()).isEqualTo("image/png");
    String path = asset.at("/links/self").asText();

    HttpResponse<String> next =
        node.send(
            node.request(path + "/versions?name=l2.png")
                .header("Content-Type", "image/png")
                .POST(HttpRequest.BodyPublishers.ofByteArray(second)));
    assertThat(next.statusCode()).as(next.body()).isEqualTo(201);
    JsonNode raised = LibraryNode.tree(next);
    assertThat(raised.at("/id")).isEqualTo(asset.at("/id"));
    assertThat(raised.at("/current/version").asInt()).isEqualTo(2);
    assertThat(raised.at("/orientation").asText()).isEqualTo("SQUARE");
    assertThat(bytes(node, path + "/file")).isEqualTo(second);
    assertThat(bytes(node, path + "/file?version=1")).isEqualTo(first);
    assertThat(node.get(path + "/file?version=3").statusCode()).isEqualTo(404);
  }

  private static byte[] bytes(LibraryNode node, String path) {
    return node.send(node.request(path), HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  @Test
  void materialsAreEditedCollectedDeletedAndRestored(LibraryNode node) {
    String path = make(node, "edit-me.png", 0x123456);
    String id = path.substring(path.lastIndexOf('/') + 1);
    JsonNode edited =
        LibraryNode.tree(node.json("PUT", path, "{\"title\":\"Über Berge\",\"tags\":[\"Alpen\"]}"));
    assertThat(edited.at("/title").asText()).isEqualTo("Über Berge");
    assertThat(ids(node, "?q=uber%20alp")).containsExactly(id);
    node.json("PUT", path, "{\"description\":\"Die Häuser am See und 高い山 bei Nacht\"}");
    for (String words : List.of("haus", "das%20Haus%20am%20See", "%E5%B1%B1")) {
      assertThat(ids(node, "?q=" + words)).as(words).hasSize(1);
    }

    JsonNode shelf =
        LibraryNode.tree(
            node.json("POST", "/v1/materials/collections", "{\"name\":\"Mountains\"}"));
    String collection = shelf.at("/id").asText();
    String member = "/v1/materials/collections/" + collection + "/materials/" + id;
    assertThat(LibraryNode.tree(node.json("PUT", member, "{}")).at("/size").asInt()).isEqualTo(1);
    assertThat(ids(node, "?collection=" + collection)).containsExactly(id);
    assertThat(
            node.json("POST", "/v1/materials/collections", "{\"name\":\"Mountains\"}").statusCode())
        .isEqualTo(409);

    assertThat(node.json("DELETE", path, "").statusCode()).isEqualTo(200);
    assertThat(ids(node, "?q=alpen")).isEmpty();
    assertThat(ids(node, "?q=alpen&deleted=true")).containsExactly(id);
    assertThat(node.json("PUT", path, "{\"title\":\"x\"}").statusCode()).isEqualTo(404);
    assertThat(node.json("POST", path + "/restore", "{}").statusCode()).isEqualTo(200);
    assertThat(ids(node, "?q=alpen")).containsExactly(id);
    assertThat(LibraryNode.tree(node.json("DELETE", member, "")).at("/size").asInt()).isZero();
    node.json("DELETE", "/v1/materials/collections/" + collection, "");
    assertThat(node.get("/v1/materials/collections").body()).doesNotContain("Mountains");
  }

  @Test
  void pagesFollowOneAnotherWhateverComesInBetween(LibraryNode node) {
    for (int i = 0; i < 5; i++) {
      make(node, "paging-" + "abcde".charAt(i) + "x.png", 0x100000 * i + 77);
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 3; page++) {
      JsonNode answer = LibraryNode.tree(node.get("/v1/materials?q=paging&limit=2" + cursor));
      answer.at("/materials").forEach(found -> seen.add(found.at("/id").asText()));
      make(node, "paging-new" + "xyz".charAt(page) + ".png", 0x55 + page);
      cursor = answer.hasNonNull("cursor") ? "&cursor=" + answer.get("cursor").asText() : "";
    }
    assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    assertThat(node.get("/v1/materials?q=other&limit=2" + cursor).statusCode())
        .isIn(cursor.isEmpty() ? 200 : 400);
    HttpResponse<String> forged = node.get("/v1/materials?cursor=AAAA");
    assertThat(forged.statusCode()).isEqualTo(400);
    assertThat(forged.body()).contains("no cursor of this search");
  }

  @Test
  void anotherTenantSeesNothingOfIt(LibraryNode node) {
    String path = make(node, "secret.png", 0xabcdef);
    String upload = new Tus(node).open(10, "filename", "x.png");
    List<String> addresses =
        List.of(path, path + "/file", path + "/thumbnail", path + "/uses", upload);
    for (String address : addresses) {
      HttpResponse<String> answer =
          node.send(node.request(address).header("X-API-Key", LibraryNode.OTHER));
      assertThat(answer.statusCode()).as(address).isEqualTo(404);
    }
    for (String method : List.of("PUT", "DELETE")) {
      HttpResponse<String> answer =
          node.send(
              node.request(path)
                  .header("X-API-Key", LibraryNode.OTHER)
                  .header("Content-Type", "application/json")
                  .method(method, HttpRequest.BodyPublishers.ofString("{\"title\":\"mine\"}")));
      assertThat(answer.statusCode()).as(method).isEqualTo(404);
    }
    HttpResponse<String> patch =
        node.send(
            new Tus(node)
                .request(upload)
                .header("X-API-Key", LibraryNode.OTHER)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "0")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(new byte[10])));
    assertThat(patch.statusCode()).isEqualTo(404);
    assertThat(
            node.send(node.request("/v1/materials?q=secret").header("X-API-Key", LibraryNode.OTHER))
                .body())
        .contains("\"materials\":[]");
    new Tus(node).delete(upload);
  }

  @Test
  void aVideoShowsWhatTheLibraryHasAndTheLibraryKnowsIt(LibraryNode node) {
    String path = make(node, "zeppelin-over-fjord.png", 0x0f0f0f);
    String id = path.substring(path.lastIndexOf('/') + 1);
    Script script =
        new Script(
            "Airships",
            "en",
            List.of(new Scene(0, "A zeppelin drifts over the fjord.", List.of("zeppelin"), null)),
            "user",
            0);
    ChooseMaterials wish =
        new ChooseMaterials(
            script, new MaterialsBrief(null, List.of("library")), Canvas.PORTRAIT, 7);
    SceneMaterial chosen =
        Answers.answer(MaterialsMessages.CHOOSE.ask(node.node.vertx().eventBus(), wish))
            .scenes()
            .get(0);
    assertThat(chosen.provenance().source()).isEqualTo("library");
    assertThat(chosen.provenance().id()).isEqualTo(id);
    assertThat(chosen.picture()).isInstanceOf(Picture.Still.class);
    String key = ((Picture.Still) chosen.picture()).blob().key();

    JsonNode shelf =
        LibraryNode.tree(node.json("POST", "/v1/materials/collections", "{\"name\":\"Airships\"}"));
    String collection = shelf.at("/id").asText();
    node.json("PUT", "/v1/materials/collections/" + collection + "/materials/" + id, "{}");
    ChooseMaterials ofCollection =
        new ChooseMaterials(script, new MaterialsBrief(collection), Canvas.PORTRAIT, 7);
    assertThat(
            Answers.answer(MaterialsMessages.CHOOSE.ask(node.node.vertx().eventBus(), ofCollection))
                .scenes()
                .get(0)
                .picture())
        .isEqualTo(chosen.picture());

    String video =
        node.completed("{\"assets\":[{\"sha256\":\"" + key + "\",\"uses\":[{\"scene\":0}]}]}");
    Await.until(
        "the use is noted",
        Duration.ofSeconds(10),
        () -> node.get(path + "/uses").body().contains(video));
    JsonNode use = LibraryNode.tree(node.get(path + "/uses")).at("/uses/0");
    assertThat(use.at("/scene").asInt()).isZero();
    assertThat(use.at("/version").asInt()).isEqualTo(1);
  }

  @Test
  void aMaterialIsPickedForASceneWithoutBeingSearchedFor(LibraryNode node) {
    String path = make(node, "unnamed.png", 0x1f2f3f);
    String id = path.substring(path.lastIndexOf('/') + 1);

    SceneMaterial chosen = Answers.answer(picking(node, id)).scenes().get(0);
    ServiceFailure unknown = Answers.failure(picking(node, "01a2060d-f814-7085-9002-e445e3616391"));

    assertThat(chosen.provenance().id()).isEqualTo(id);
    assertThat(chosen.reasons()).containsExactly("picked by hand");
    assertThat(unknown.violations().get(0).pointer()).isEqualTo("/materials/picks/0");
  }

  private static Future<ChosenMaterials> picking(LibraryNode node, String id) {
    Script script =
        new Script(
            "Tea", "en", List.of(new Scene(0, "Tea steams.", List.of("tea"), null)), "user", 0);
    MaterialsBrief brief =
        new MaterialsBrief(null, List.of("generated"), Map.of("0", "library:" + id));
    return MaterialsMessages.CHOOSE.ask(
        node.node.vertx().eventBus(), new ChooseMaterials(script, brief, Canvas.PORTRAIT, 7));
  }

  @Test
  void anUploadGoesOnAtWhicheverNodeItsNextBytesReach(LibraryNode node, @TempDir Path folder)
      throws Exception {
    byte[] file = Pictures.png(300, 200, 0x3355AA);
    Tus tus = new Tus(node);
    String upload = tus.open(file.length, "filename", "split.png");
    URI there = URI.create("http://127.0.0.1:" + node.neighbour(folder) + upload);
    int third = file.length / 3;
    HttpResponse<String> first = tus.patch(upload, 0, Arrays.copyOf(file, third));

    HttpResponse<String> wrong = patch(node, there, 5, new byte[9]);
    HttpResponse<String> tooMuch = patch(node, there, third, new byte[file.length]);
    HttpResponse<String> next =
        patch(node, there, third, Arrays.copyOfRange(file, third, 2 * third));
    long seenHere = tus.offset(upload);
    HttpResponse<String> head =
        node.send(
            HttpRequest.newBuilder(there)
                .header("Tus-Resumable", "1.0.0")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    HttpResponse<String> last =
        patch(node, there, 2 * third, Arrays.copyOfRange(file, 2 * third, file.length));

    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(409);
    assertThat(tooMuch.statusCode()).as(tooMuch.body()).isEqualTo(413);
    assertThat(next.statusCode()).as(next.body()).isEqualTo(204);
    assertThat(seenHere).isEqualTo(2L * third);
    assertThat(head.headers().firstValueAsLong("Upload-Offset")).hasValue(2L * third);
    assertThat(last.statusCode()).as(last.body()).isEqualTo(204);
    assertThat(last.headers().firstValue("Link")).isPresent();
    assertThat(ids(node, "?q=split")).hasSize(1);
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(Files::isRegularFile))
          .as("no bytes lie where they were only handed on")
          .containsExactly(folder.resolve("home.id"));
    }
  }

  private static HttpResponse<String> patch(LibraryNode node, URI to, long from, byte[] bytes) {
    return node.send(
        HttpRequest.newBuilder(to)
            .header("Tus-Resumable", "1.0.0")
            .header("Content-Type", "application/offset+octet-stream")
            .header("Upload-Offset", Long.toString(from))
            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  private static String make(LibraryNode node, String name, int color) {
    HttpResponse<String> made = node.post("?name=" + name, Pictures.png(20, 30, color));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return made.headers().firstValue("Location").orElseThrow();
  }

  private static List<String> ids(LibraryNode node, String query) {
    HttpResponse<String> found = node.get("/v1/materials" + query);
    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    LibraryNode.tree(found).at("/materials").forEach(one -> ids.add(one.at("/id").asText()));
    return ids;
  }
}
