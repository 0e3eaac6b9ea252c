package io.moneyprinter.testsupport;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Mouse and keyboard of a browser, as {@link Browser} describes them. */
final class BrowserInput {
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

  private final DevTools tools;

  BrowserInput(DevTools tools) {
    this.tools = tools;
  }

  void mouse(String type, double x, double y) {
    tools.call(
        "Input.dispatchMouseEvent",
        new JsonObject()
            .put("type", type)
            .put("x", x)
            .put("y", y)
            .put("button", "left")
            .put("buttons", type.equals("mouseReleased") ? 0 : 1)
            .put("clickCount", type.equals("mouseMoved") ? 0 : 1));
  }

  void type(String text) {
    tools.call("Input.insertText", new JsonObject().put("text", text));
  }

  void press(String key, int modifiers) {
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
      tools.call("Input.dispatchKeyEvent", event);
    }
  }
}
