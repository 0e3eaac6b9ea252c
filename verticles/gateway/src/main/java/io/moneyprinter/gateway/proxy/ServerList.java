package io.moneyprinter.gateway.proxy;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.discovery.HttpServerEntry;
import java.net.URI;
import java.util.List;

/** Servers as an operator writes them: an address, and perhaps {@code *3} for a weight of three. */
final class ServerList {
  private static final int HEAVIEST = 1_000;

  private ServerList() {}

  static List<HttpServerEntry> parse(String backend, List<String> texts) {
    return texts.stream().map(text -> entry(backend, text)).toList();
  }

  private static HttpServerEntry entry(String backend, String text) {
    String[] parts = text.split("\\*", 2);
    try {
      URI address = URI.create(parts[0].strip());
      int weight = parts.length == 2 ? Integer.parseInt(parts[1].strip()) : 1;
      boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (http && address.getHost() != null && weight >= 1 && weight <= HEAVIEST) {
        return new HttpServerEntry(address, weight);
      }
    } catch (IllegalArgumentException e) {
      throw wrong(backend, text);
    }
    throw wrong(backend, text);
  }

  private static ServiceFailure wrong(String backend, String text) {
    return ServiceFailure.invalid(
        "/gateway/backends/" + backend + "/servers",
        "gateway.backends.%s.servers takes addresses such as http://10.0.0.5:9000 or"
                .formatted(backend)
            + " http://10.0.0.5:9000*3 for a weight of 3, not '"
            + text
            + "'");
  }
}
