package io.moneyprinter.testsupport;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tabs of a browser, each by the session in which it is spoken to. */
final class BrowserTabs {
  private final DevTools tools;
  private final Map<String, String> targets = new LinkedHashMap<>();

  BrowserTabs(DevTools tools) {
    this.tools = tools;
  }

  /** Opens one and goes on in it. */
  String open() {
    tools.turn(null);
    String target =
        tools
            .call("Target.createTarget", new JsonObject().put("url", "about:blank"))
            .getString("targetId");
    String session =
        tools
            .call(
                "Target.attachToTarget",
                new JsonObject().put("targetId", target).put("flatten", true))
            .getString("sessionId");
    tools.turn(session);
    targets.put(session, target);
    List.of("Page", "Runtime", "Log", "Network")
        .forEach(part -> tools.call(part + ".enable", new JsonObject()));
    return session;
  }

  void closeAll() {
    List.copyOf(targets.keySet()).forEach(this::close);
  }

  void close(String tab) {
    tools.turn(null);
    tools.call("Target.closeTarget", new JsonObject().put("targetId", targets.remove(tab)));
  }

  void turn(String tab) {
    tools.turn(tab);
    tools.call("Page.bringToFront", new JsonObject());
  }
}
