package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.web.PublicHosts;
import io.vertx.core.Future;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where a webhook may go to: said when it is added, and judged again whenever something is sent.
 */
final class WebhookAddress {
  private static final String POINTER = "/url";

  private final WorkerPools pools;
  private final PublicHosts hosts;
  private final Set<String> privateHosts;

  WebhookAddress(WorkerPools pools, PublicHosts hosts, Set<String> privateHosts) {
    this.pools = pools;
    this.hosts = hosts;
    this.privateHosts = Set.copyOf(privateHosts);
  }

  /** Fails with {@code INVALID} where nothing may be sent to. */
  Future<?> judged(String text) {
    URI address = hosts.parsed(POINTER, text);
    if (!"https".equalsIgnoreCase(address.getScheme())
        && !privateHosts.contains(address.getHost().toLowerCase(Locale.ROOT))) {
      throw ServiceFailure.invalid(
          POINTER,
          "must be an https address: what is sent would go through the internet in the clear");
    }
    return pools.run(Pool.MEDIA, () -> hosts.judged(POINTER, address));
  }
}
