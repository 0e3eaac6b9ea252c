package io.moneyprinter.gateway.threat;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The network that an address belongs to, by the first bits. Nothing is looked up. */
final class Networks {
  private Networks() {}

  /** An address as text; {@code null} for what is none. */
  static InetAddress parse(String text) {
    return NetUtil.createInetAddressFromIpAddressString(text);
  }

  /** About one site: 24 bits of IPv4, 48 of IPv6. */
  static String site(InetAddress address) {
    return network(address, 24, 48);
  }

  /** About one provider's region: 16 bits of IPv4, 32 of IPv6. */
  static String region(InetAddress address) {
    return network(address, 16, 32);
  }

  private static String network(InetAddress address, int bits4, int bits6) {
    int bits = address instanceof Inet4Address ? bits4 : bits6;
    byte[] bytes = address.getAddress();
    for (int i = bits / 8; i < bytes.length; i++) {
      bytes[i] = 0;
    }
    try {
      return NetUtil.toAddressString(InetAddress.getByAddress(bytes)) + "/" + bits;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four or sixteen bytes are an address", e);
    }
  }
}
