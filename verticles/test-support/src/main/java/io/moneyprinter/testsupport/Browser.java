package io.moneyprinter.testsupport;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A real browser with tabs, and what a person does with it. For one thread. */
public final class Browser implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final BrowserProcess process;
  private final DevTools tools;
  private final BrowserInput input;
  private final BrowserTabs tabs;
  private final BrowserDevice device;
  private final BrowserEvents events = new BrowserEvents();

  public Browser(Vertx vertx, Path program) throws IOException {
    process = new BrowserProcess(program);
    tools = new DevTools(vertx, process.port(), process.path(), this::hear);
    input = new BrowserInput(tools);
    tabs = new BrowserTabs(tools);
    device = new BrowserDevice(tools);
    tab();
  }

  /** Opens a tab beside the others and goes on in it; gives its name for {@link #turn}. */
  public String tab() {
    return tabs.open();
  }

  /** Closes all tabs; {@link #tab} opens the next one. */
  public void closeTabs() {
    tabs.closeAll();
  }

  /** Closes a tab, whatever its page would ask first; another one has to be turned to. */
  public void closeTab(String tab) {
    tabs.close(tab);
  }

  /** Goes on in another tab. */
  public void turn(String tab) {
    tabs.turn(tab);
  }

  /** Forgets what pages stored, in all tabs of this origin, and what the last test saw. */
  public void forget(String origin) {
    call(
        "Storage.clearDataForOrigin",
        new JsonObject().put("origin", origin).put("storageTypes", "all"));
    events.forget();
  }

  /** Where a browser is installed, if one is. */
  public static Optional<Path> installed() {
    return BrowserProcess.installed();
  }

  private void hear(String event, JsonObject params) {
    events.hear(event, params);
    if (event.equals("Page.javascriptDialogOpening")) {
      // A page that asks before it is left is left all the same.
      tools.send("Page.handleJavaScriptDialog", new JsonObject().put("accept", true));
    }
  }

  /** Whether a page asked before it was left, since this was last asked. */
  public boolean askedBeforeLeaving() {
    return events.askedBeforeLeaving();
  }

  /**
   * Sends a command of the protocol and waits for its result.
   *
   * @return the result, or the error
   */
  public JsonObject call(String method, JsonObject params) {
    return tools.call(method, params);
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

  /**
   * Presses with the mouse in the middle of an element, once it is there; of its first line, where
   * it has several, as there may be nothing of it between two lines.
   */
  public void click(String selector) {
    await("document.querySelector(%s)".formatted(quoted(selector)));
    String middle =
        """
        (() => { const e = document.querySelector(%s); e.scrollIntoView({block: 'center'});
        const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2].join() })()"""
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
    input.mouse(type, x, y);
  }

  /** Types a text into a field, once it is there, in place of what it says. */
  public void fill(String selector, String text) {
    String field = "document.querySelector(%s)".formatted(quoted(selector));
    await(field);
    eval("(%s.focus(), %s.select())".formatted(field, field));
    type(text);
  }

  /** Writes as a keyboard does, where the focus is. */
  public void type(String text) {
    input.type(text);
  }

  /**
   * Presses and releases a key where the focus is.
   *
   * @param key as KeyboardEvent.key names it, such as {@code Enter} or {@code ArrowDown}
   * @param modifiers the sum of 1 for Alt, 2 for Control, 4 for Meta and 8 for Shift
   */
  public void press(String key, int modifiers) {
    input.press(key, modifiers);
  }

  /**
   * Chooses a file in the dialog that something makes the browser show.
   *
   * @param ask what makes it do so
   */
  public void choose(Path file, Runnable ask) {
    call("Page.setInterceptFileChooserDialog", new JsonObject().put("enabled", true));
    int chooser = events.fileChooser(ask);
    call(
        "DOM.setFileInputFiles",
        new JsonObject()
            .put("files", new JsonArray().add(file.toString()))
            .put("backendNodeId", chooser));
    call("Page.setInterceptFileChooserDialog", new JsonObject().put("enabled", false));
  }

  /** Takes the measure of another device: CSS pixels. */
  public void size(int width, int height) {
    device.size(width, height);
  }

  /** Takes the network away, or gives it back. */
  public void offline(boolean away) {
    device.offline(away);
  }

  /** Writes what is seen to a PNG file. */
  public void screenshot(Path file) throws IOException {
    JsonObject shot = call("Page.captureScreenshot", new JsonObject().put("format", "png"));
    Files.write(file, Base64.getDecoder().decode(shot.getString("data")));
  }

  /** Every request that the tabs made, as the protocol describes it: url, method, headers. */
  public List<JsonObject> requests() {
    return events.requests();
  }

  /** A text as a JavaScript literal. */
  public static String quoted(String text) {
    return new JsonArray().add(text).encode().replaceAll("^\\[|]$", "");
  }

  /** Scripts that threw, and what the browser itself refused, such as by the content policy. */
  public List<String> complaints() {
    return events.complaints();
  }

  @Override
  public void close() {
    process.close(tools::close);
  }
}
