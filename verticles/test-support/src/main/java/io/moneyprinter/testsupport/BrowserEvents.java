package io.moneyprinter.testsupport;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** What a browser told without being asked. Heard on one thread, read on another. */
final class BrowserEvents {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
  private final AtomicReference<JsonObject> chooser = new AtomicReference<>();
  private final AtomicBoolean leaving = new AtomicBoolean();

  void hear(String event, JsonObject params) {
    switch (event) {
      case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(params.encode());
      case "Page.fileChooserOpened" -> chooser.set(params);
      case "Page.javascriptDialogOpening" ->
          leaving.set("beforeunload".equals(params.getString("type")));
      case "Network.requestWillBeSent" -> requests.add(params.getJsonObject("request"));
      default -> {}
    }
  }

  void forget() {
    complaints.clear();
    requests.clear();
  }

  List<String> complaints() {
    return complaints;
  }

  List<JsonObject> requests() {
    return requests;
  }

  boolean askedBeforeLeaving() {
    return leaving.getAndSet(false);
  }

  /** The node that asks for a file because of what is done. */
  int fileChooser(Runnable ask) {
    chooser.set(null);
    ask.run();
    Await.until("the browser asks for a file", LIMIT, () -> chooser.get() != null);
    return chooser.get().getInteger("backendNodeId");
  }
}
