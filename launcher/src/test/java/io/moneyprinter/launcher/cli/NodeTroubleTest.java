package io.moneyprinter.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.launcher.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a command says when the node it talks to is not there, not a node, or another version. */
class NodeTroubleTest {
  private final StringWriter said = new StringWriter();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String node() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answers(int status, String body, String... header) {
    server.createContext(
        "/",
        exchange -> {
          if (header.length == 2) {
            exchange.getResponseHeaders().set(header[0], header[1]);
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    return line.execute(arguments);
  }

  private int ask(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", node()));
    return run(all.toArray(String[]::new));
  }

  @Test
  void whereNothingListensTheWayToANodeIsTold() {
    server.stop(0);

    assertThat(ask("users", "list")).isEqualTo(69);
    assertThat(said.toString()).contains("No node answers at " + node(), "moneyprinter start");
  }

  @Test
  void anotherProgramIsNotTakenForASilentNode() {
    answers(200, "<html>Welcome to nginx!</html>");

    assertThat(ask("users", "list")).isEqualTo(69);
    assertThat(said.toString()).contains("What answers at " + node(), "no moneyprinter node");
  }

  @Test
  void aProxyWithoutItsNodeIsToldApart() {
    answers(502, "<html>502 Bad Gateway</html>");

    assertThat(ask("flags")).isEqualTo(69);
    assertThat(said.toString()).contains("The proxy at " + node() + " answers 502");
  }

  @Test
  void whereAProxySendsElsewhereThatAddressIsNamed() {
    answers(301, "", "Location", "https://video.example/");

    assertThat(ask("flags")).isEqualTo(69);
    assertThat(said.toString()).contains("to https://video.example/: name that by --url");
  }

  @Test
  void aNodeThatDoesNotKnowThePathMayBeOlder() {
    answers(
        404,
        "{\"status\":404,\"detail\":\"Nothing is here; the paths are listed at"
            + " /v1/openapi.json\"}");

    assertThat(ask("flags")).isEqualTo(66);
    assertThat(said.toString()).contains("may be older than this command", node() + "/health");
  }

  @Test
  void whatIsNotThereOnANodeOfTodaySaysNothingOfVersions() {
    answers(404, "{\"status\":404,\"detail\":\"There is no user x\"}");

    assertThat(ask("users", "remove", "x")).isEqualTo(66);
    assertThat(said.toString()).contains("There is no user x").doesNotContain("older");
  }

  @Test
  void aMissingRightIsSaidInTheNodesWords() {
    answers(403, "{\"status\":403,\"detail\":\"This needs the scope owner\"}");

    assertThat(ask("audit", "list")).isEqualTo(77);
    assertThat(said.toString()).contains("This needs the scope owner");
  }

  @Test
  void anAddressWithoutASchemeIsAnsweredWithAnExample() {
    assertThat(run("flags", "--url", "localhost:8000")).isEqualTo(65);
    assertThat(said.toString()).contains("such as http://localhost:8000");
  }

  @Test
  void aFlagThatIsNoneIsAnsweredWithThoseThereAre() {
    answers(200, "{\"flags\":[{\"name\":\"new-videos\",\"on\":true,\"doc\":\"Orders\"}]}");

    assertThat(ask("flags", "new-video")).isEqualTo(66);
    assertThat(said.toString()).contains("no flag 'new-video'; known are new-videos");
  }

  @Test
  void exceptionsWithoutAPositionAreNotPassedOver() {
    assertThat(ask("flags", "new-videos", "--except", "acme")).isEqualTo(65);
    assertThat(said.toString()).contains("--except goes with FLAG and on or off");
  }

  @Test
  void anAddressThatIsSetToNothingIsNone() {
    server.stop(0);
    int port = server.getAddress().getPort();

    assertThat(run("flags", "--url", "", "--set", "gateway.http.port=" + port)).isEqualTo(69);
    assertThat(said.toString()).contains("No node answers at " + node());
  }
}
