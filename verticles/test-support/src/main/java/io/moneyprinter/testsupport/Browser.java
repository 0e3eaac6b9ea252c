package io.moneyprinter.testsupport;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.platform.node.DataFolder;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real browser with one tab, spoken to over the Chrome DevTools Protocol. For one thread.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">its protocol</a>
 */
public final class Browser implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("DevTools listening on ws://[^:]+:(\\d+)(\\S+)");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final Map<String, Integer> KEY_CODES =
      Map.ofEntries(
          Map.entry("Enter", 13),
          Map.entry("Tab", 9),
          Map.entry("Escape", 27),
          Map.entry(" ", 32),
          Map.entry("Backspace", 8),
          Map.entry("Delete", 46),
          Map.entry("F8", 119),
          Map.entry("Home", 36),
          Map.entry("End", 35),
          Map.entry("ArrowLeft", 37),
          Map.entry("ArrowUp", 38),
          Map.entry("ArrowRight", 39),
          Map.entry("ArrowDown", 40));

  private final Path profile;
  private final Process process;
  private final WebSocketClient client;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, Promise<JsonObject>> calls = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
  private final AtomicReference<JsonObject> chooser = new AtomicReference<>();

  /** By the session in which each tab is spoken to. */
  private final Map<String, String> targets = new LinkedHashMap<>();

  private String session;

  public Browser(Vertx vertx, Path program) throws IOException {
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
    tab();
  }

  /** Opens a tab beside the others and goes on in it; gives its name for {@link #turn}. */
  public String tab() {
    session = null;
    String target =
        call("Target.createTarget", new JsonObject().put("url", "about:blank"))
            .getString("targetId");
    session =
        call("Target.attachToTarget", new JsonObject().put("targetId", target).put("flatten", true))
            .getString("sessionId");
    targets.put(session, target);
    List.of("Page", "Runtime", "Log", "Network")
        .forEach(part -> call(part + ".enable", new JsonObject()));
    return session;
  }

  /** Closes all tabs; {@link #tab} opens the next one. */
  public void closeTabs() {
    List.copyOf(targets.keySet()).forEach(this::closeTab);
  }

  /** Closes a tab, whatever its page would ask first; another one has to be turned to. */
  public void closeTab(String tab) {
    session = null;
    call("Target.closeTarget", new JsonObject().put("targetId", targets.remove(tab)));
  }

  /** Goes on in another tab. */
  public void turn(String tab) {
    session = tab;
    call("Page.bringToFront", new JsonObject());
  }

  /** Forgets what pages stored, in all tabs of this origin, and what the last test saw. */
  public void forget(String origin) {
    call(
        "Storage.clearDataForOrigin",
        new JsonObject().put("origin", origin).put("storageTypes", "all"));
    complaints.clear();
    requests.clear();
  }

  /** Where a browser is installed, if one is. */
  public static Optional<Path> installed() {
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
    } else if ("Page.fileChooserOpened".equals(message.getString("method"))) {
      chooser.set(message.getJsonObject("params"));
    } else if ("Network.requestWillBeSent".equals(message.getString("method"))) {
      requests.add(message.getJsonObject("params").getJsonObject("request"));
    }
  }

  /**
   * Sends a command of the protocol and waits for its result.
   *
   * @return the result, or the error
   */
  public JsonObject call(String method, JsonObject params) {
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

  public void open(String url) {
    call("Page.navigate", new JsonObject().put("url", url));
  }

  public void reload() {
    call("Page.reload", new JsonObject());
  }

  /** The value of an expression in the page; of the next page where this one is just being left. */
  public Object eval(String script) {
    JsonObject asked =
        new JsonObject()
            .put("expression", script)
            .put("awaitPromise", true)
            .put("returnByValue", true);
    AtomicReference<JsonObject> answer = new AtomicReference<>();
    Await.until(
        "the page answers " + script,
        LIMIT,
        () -> {
          answer.set(call("Runtime.evaluate", asked));
          return answer.get().containsKey("result");
        });
    JsonObject result = answer.get();
    if (result.containsKey("exceptionDetails")) {
      throw new AssertionError(result.encode());
    }
    return result.getJsonObject("result").getValue("value");
  }

  /** Waits until it is true; a page that is only being built may throw meanwhile. */
  public void await(String script) {
    String asked = "(() => { try { return Boolean(%s) } catch { return false } })()";
    Await.until(script, LIMIT, () -> Boolean.TRUE.equals(eval(asked.replace("%s", script))));
  }

  /** Presses with the mouse in the middle of an element, once it is there. */
  public void click(String selector) {
    await("document.querySelector(%s)".formatted(quoted(selector)));
    String middle =
        """
        (() => { const e = document.querySelector(%s); e.scrollIntoView({block: 'center'});
        const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2].join() })()"""
            .formatted(quoted(selector));
    String[] at = String.valueOf(eval(middle)).split(",");
    for (String type : List.of("mousePressed", "mouseReleased")) {
      mouse(type, Double.parseDouble(at[0]), Double.parseDouble(at[1]));
    }
  }

  /**
   * Moves, presses or releases the mouse.
   *
   * @param type {@code mouseMoved}, {@code mousePressed} or {@code mouseReleased}
   */
  public void mouse(String type, double x, double y) {
    call(
        "Input.dispatchMouseEvent",
        new JsonObject()
            .put("type", type)
            .put("x", x)
            .put("y", y)
            .put("button", "left")
            .put("buttons", type.equals("mouseReleased") ? 0 : 1)
            .put("clickCount", type.equals("mouseMoved") ? 0 : 1));
  }

  /** Writes as a keyboard does, where the focus is. */
  public void type(String text) {
    call("Input.insertText", new JsonObject().put("text", text));
  }

  /**
   * Presses and releases a key where the focus is.
   *
   * @param key as KeyboardEvent.key names it, such as {@code Enter} or {@code ArrowDown}
   * @param modifiers the sum of 1 for Alt, 2 for Control, 4 for Meta and 8 for Shift
   */
  public void press(String key, int modifiers) {
    int code = KEY_CODES.getOrDefault(key, (int) key.toUpperCase(Locale.ROOT).charAt(0));
    for (String type : List.of("keyDown", "keyUp")) {
      JsonObject event =
          new JsonObject()
              .put("type", type)
              .put("key", key)
              .put("code", key.length() == 1 ? "Key" + key.toUpperCase(Locale.ROOT) : key)
              .put("windowsVirtualKeyCode", code)
              .put("modifiers", modifiers);
      if (type.equals("keyDown") && key.equals("Enter")) {
        event.put("text", "\r");
      } else if (type.equals("keyDown") && key.equals(" ")) {
        event.put("text", " ");
      }
      call("Input.dispatchKeyEvent", event);
    }
  }

  /**
   * Chooses a file in the dialog that something makes the browser show.
   *
   * @param ask what makes it do so
   */
  public void choose(Path file, Runnable ask) {
    chooser.set(null);
    call("Page.setInterceptFileChooserDialog", new JsonObject().put("enabled", true));
    ask.run();
    Await.until("the browser asks for a file", LIMIT, () -> chooser.get() != null);
    call(
        "DOM.setFileInputFiles",
        new JsonObject()
            .put("files", new JsonArray().add(file.toString()))
            .put("backendNodeId", chooser.get().getInteger("backendNodeId")));
    call("Page.setInterceptFileChooserDialog", new JsonObject().put("enabled", false));
  }

  /** Takes the measure of another device: CSS pixels. */
  public void size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        new JsonObject()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
  }

  /** Takes the network away, or gives it back. */
  public void offline(boolean away) {
    call(
        "Network.emulateNetworkConditions",
        new JsonObject()
            .put("offline", away)
            .put("latency", 0)
            .put("downloadThroughput", -1)
            .put("uploadThroughput", -1));
  }

  /** Writes what is seen to a PNG file. */
  public void screenshot(Path file) throws IOException {
    JsonObject shot = call("Page.captureScreenshot", new JsonObject().put("format", "png"));
    Files.write(file, Base64.getDecoder().decode(shot.getString("data")));
  }

  /** Every request that the tabs made, as the protocol describes it: url, method, headers. */
  public List<JsonObject> requests() {
    return requests;
  }

  /** A text as a JavaScript literal. */
  public static String quoted(String text) {
    return new JsonArray().add(text).encode().replaceAll("^\\[|]$", "");
  }

  /** Scripts that threw, and what the browser itself refused, such as by the content policy. */
  public List<String> complaints() {
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
