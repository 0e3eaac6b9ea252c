package io.moneyprinter.notification;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.web.PublicHosts;
import io.vertx.core.Future;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where a webhook or a push may go to: said when it is added, and judged again whenever something
 * is sent.
 */
public final class TargetAddress {
  private final String pointer;
  private final WorkerPools pools;
  private final PublicHosts hosts;
  private final Set<String> privateHosts;

  /**
   * @param pointer to the address within the request, for refusals
   * @param privateHosts to which http may go too
   */
  public TargetAddress(
      String pointer, WorkerPools pools, PublicHosts hosts, Set<String> privateHosts) {
    this.pointer = pointer;
    this.pools = pools;
    this.hosts = hosts;
    this.privateHosts = Set.copyOf(privateHosts);
  }

  /** Fails with {@code INVALID} where nothing may be sent to. */
  public Future<?> judged(String text) {
    URI address = hosts.parsed(pointer, text);
    if (!"https".equalsIgnoreCase(address.getScheme())
        && !privateHosts.contains(address.getHost().toLowerCase(Locale.ROOT))) {
      throw ServiceFailure.invalid(
          pointer,
          "must be an https address: what is sent would go through the internet in the clear");
    }
    return pools.run(Pool.MEDIA, () -> hosts.judged(pointer, address));
  }
}
