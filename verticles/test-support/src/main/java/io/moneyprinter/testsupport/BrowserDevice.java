package io.moneyprinter.testsupport;

import io.vertx.core.json.JsonObject;

/** The device that a browser takes itself to run on. */
final class BrowserDevice {
  /** CSS pixels; what is narrower is held in a hand. */
  private static final int DESK = 600;

  private final DevTools tools;

  BrowserDevice(DevTools tools) {
    this.tools = tools;
  }

  void size(int width, int height) {
    tools.call(
        "Emulation.setDeviceMetricsOverride",
        new JsonObject()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < DESK));
  }

  void offline(boolean away) {
    tools.call(
        "Network.emulateNetworkConditions",
        new JsonObject()
            .put("offline", away)
            .put("latency", 0)
            .put("downloadThroughput", -1)
            .put("uploadThroughput", -1));
  }
}
