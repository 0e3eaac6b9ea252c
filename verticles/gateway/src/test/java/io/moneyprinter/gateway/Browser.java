package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.testsupport.Await;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser, spoken to over the Chrome DevTools Protocol. */
final class Browser implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("DevTools listening on ws://[^:]+:(\\d+)(\\S+)");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Path profile;
  private final Process process;
  private final WebSocketClient client;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, Promise<JsonObject>> calls = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private String session;

  Browser(Vertx vertx, Path program) throws IOException {
    profile = Files.createTempDirectory("browser-");
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    Matcher address = address(process.inputReader(StandardCharsets.UTF_8));
    client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxFrameSize(1 << 24).setMaxMessageSize(1 << 26));
    socket =
        answer(
            client
                .connect(
                    new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(Integer.parseInt(address.group(1)))
                        .setURI(address.group(2))
                        .setAllowOriginHeader(false))
                .onSuccess(open -> open.textMessageHandler(this::hear)));
    String target =
        call("Target.createTarget", new JsonObject().put("url", "about:blank"))
            .getString("targetId");
    session =
        call("Target.attachToTarget", new JsonObject().put("targetId", target).put("flatten", true))
            .getString("sessionId");
    List.of("Page", "Runtime", "Log").forEach(part -> call(part + ".enable", new JsonObject()));
  }

  /** Where a browser is installed, if one is. */
  static Optional<Path> installed() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(p -> Path.of(p, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Matcher address(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher m = ADDRESS.matcher(line);
      if (m.find()) {
        Thread drain = new Thread(() -> output.lines().forEach(more -> {}), "browser-output");
        drain.setDaemon(true);
        drain.start();
        return m;
      }
    }
    throw new IOException("The browser ended before it listened");
  }

  private void hear(String text) {
    JsonObject message = new JsonObject(text);
    Integer id = message.getInteger("id");
    if (id != null) {
      Optional.ofNullable(calls.remove(id))
          .ifPresent(call -> call.complete(message.getJsonObject("result", message)));
    } else if (List.of("Runtime.exceptionThrown", "Log.entryAdded")
        .contains(message.getString("method"))) {
      complaints.add(message.getJsonObject("params").encode());
    }
  }

  private JsonObject call(String method, JsonObject params) {
    int id = ids.incrementAndGet();
    Promise<JsonObject> reply = Promise.promise();
    calls.put(id, reply);
    JsonObject message = new JsonObject().put("id", id).put("method", method).put("params", params);
    if (session != null) {
      message.put("sessionId", session);
    }
    socket.writeTextMessage(message.encode());
    return answer(reply.future());
  }

  void open(String url) {
    call("Page.navigate", new JsonObject().put("url", url));
  }

  void reload() {
    call("Page.reload", new JsonObject());
  }

  /** The value of an expression in the page. */
  Object eval(String script) {
    JsonObject result =
        call(
            "Runtime.evaluate",
            new JsonObject()
                .put("expression", script)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (result.containsKey("exceptionDetails")) {
      throw new AssertionError(result.encode());
    }
    return result.getJsonObject("result").getValue("value");
  }

  void await(String script) {
    Await.until(script, LIMIT, () -> Boolean.TRUE.equals(eval("Boolean(" + script + ")")));
  }

  /** Scripts that threw, and what the browser itself refused, such as by the content policy. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    client.close();
    Await.until("the browser has ended", LIMIT, () -> ended(all));
    DataFolder.delete(profile);
  }

  /** Its helpers may outlive it for a moment, and write to the profile. */
  private boolean ended(List<ProcessHandle> all) {
    if (!process.isAlive()) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
    return all.stream().noneMatch(ProcessHandle::isAlive);
  }
}
