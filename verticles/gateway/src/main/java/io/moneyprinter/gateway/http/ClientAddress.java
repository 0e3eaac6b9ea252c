package io.moneyprinter.gateway.http;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where a request comes from. What {@code X-Forwarded-For} says is believed only as far as the
 * proxies that wrote it are trusted: it is read from its end, and the first address that is no
 * trusted proxy is the caller's. Nothing is ever looked up. Immutable.
 */
public final class ClientAddress {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final int NETWORK_BYTES = 8;

  private final List<IpSubnetFilterRule> proxies;

  /**
   * @param trusted addresses, or networks such as {@code 10.0.0.0/8}, of proxies in front of us
   */
  public ClientAddress(List<String> trusted) {
    this.proxies = trusted.stream().map(ClientAddress::network).toList();
  }

  private static IpSubnetFilterRule network(String text) {
    String[] parts = text.split("/", 2);
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
    try {
      if (address != null) {
        int prefix =
            parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * 8;
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
      }
    } catch (IllegalArgumentException e) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static ServiceFailure wrong(String text) {
    return ServiceFailure.invalid(
        "/gateway/http/trusted-proxies",
        "gateway.http.trusted-proxies takes addresses and networks such as 10.0.0.0/8, not '"
            + text
            + "'");
  }

  /** The caller's address; the loopback address where the transport has none. */
  public InetAddress of(HttpServerRequest request) {
    SocketAddress peer = request.remoteAddress();
    InetAddress address = parse(peer == null ? null : peer.hostAddress());
    if (address == null) {
      return InetAddress.getLoopbackAddress();
    }
    List<String> hops =
        request.headers().getAll(FORWARDED_FOR).stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .toList();
    for (int i = hops.size() - 1; i >= 0 && trusted(address); i--) {
      InetAddress before = parse(hops.get(i));
      if (before == null) {
        break;
      }
      address = before;
    }
    return address;
  }

  /** What addresses are counted by: one IPv4 address, or an IPv6 network of 64 bits. */
  public static String counted(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    try {
      return NetUtil.toAddressString(InetAddress.getByAddress(bytes)) + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Sixteen bytes are an address", e);
    }
  }

  private boolean trusted(InetAddress address) {
    InetSocketAddress at = new InetSocketAddress(address, 0);
    return proxies.stream().anyMatch(network -> network.matches(at));
  }

  private static InetAddress parse(String text) {
    return text == null ? null : NetUtil.createInetAddressFromIpAddressString(text);
  }
}
