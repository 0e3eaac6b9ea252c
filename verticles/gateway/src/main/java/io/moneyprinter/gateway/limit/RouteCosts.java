package io.moneyprinter.gateway.limit;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many tokens a request takes, by route such as {@code POST /v1/videos/:id/verify}. Most take
 * one; what sets much work going, or asks others for money, takes more.
 */
public final class RouteCosts {
  private static final int USUAL = 1;
  private static final int MOST = 10_000;

  private static final Map<String, Integer> DEAR =
      Map.ofEntries(
          Map.entry("POST /v1/videos", 5),
          Map.entry("POST /v1/videos/:id/rerun", 5),
          Map.entry("POST /v1/videos/:id/retry", 5),
          Map.entry("POST /v1/videos/:id/verify", 20),
          Map.entry("POST /v1/batches", 20),
          Map.entry("POST /v1/schedules", 5),
          Map.entry("POST /v1/scripts", 10),
          Map.entry("POST /v1/metadata", 10),
          Map.entry("POST /v1/caption-presets/preview", 5),
          Map.entry("GET /v1/voices/sample", 10),
          Map.entry("GET /v1/videos/:id/files.zip", 5),
          Map.entry("GET /v1/videos.zip", 10),
          Map.entry("GET /v1/materials.zip", 10),
          Map.entry("POST /v1/music", 10),
          Map.entry("POST /v1/materials", 5),
          Map.entry("POST /v1/auth/token", 5),
          Map.entry("POST /v1/auth/login", 10),
          Map.entry("POST /v1/auth/register", 20),
          Map.entry("POST /v1/auth/password/forgotten", 20),
          Map.entry("POST /v1/auth/password/set", 10),
          Map.entry("PUT /v1/me/password", 20),
          Map.entry("POST /v1/me/email", 20),
          Map.entry("POST /v1/me/delete", 20),
          Map.entry("POST /v1/me/totp", 20),
          Map.entry("POST /v1/me/totp/disable", 20));

  private final Map<String, Integer> costs = new HashMap<>(DEAR);
  private final Set<String> unknown = new HashSet<>();

  /**
   * @param chosen costs that the operator chose, by route
   */
  public RouteCosts(Map<String, String> chosen) {
    chosen.forEach((route, cost) -> costs.put(route, number(route, cost)));
    unknown.addAll(chosen.keySet());
  }

  private static int number(String route, String cost) {
    try {
      int tokens = Integer.parseInt(cost.strip());
      if (tokens >= 0 && tokens <= MOST) {
        return tokens;
      }
    } catch (NumberFormatException e) {
      throw wrong(route, "takes a whole number from 0 to " + MOST + ", not '" + cost + "'");
    }
    throw wrong(route, "takes a whole number from 0 to " + MOST + ", not " + cost);
  }

  private static ServiceFailure wrong(String route, String message) {
    return ServiceFailure.invalid(
        "/gateway/limits/costs", "gateway.limits.costs." + route + " " + message);
  }

  /** Tokens that a route takes; asked once when the route is mounted. */
  int of(String method, String path) {
    String route = method + " " + path;
    unknown.remove(route);
    return costs.getOrDefault(route, USUAL);
  }

  /** Throws {@code INVALID} when a cost was chosen for what is no route. */
  public void requireAllKnown() {
    if (!unknown.isEmpty()) {
      throw wrong(
          new TreeSet<>(unknown).first(),
          "names no route; routes look like POST /v1/videos/:id/verify");
    }
  }
}
