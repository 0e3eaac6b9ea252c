package io.moneyprinter.platform.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whether an IP address belongs to the public internet: by the IANA registries of special-purpose
 * addresses (RFC 6890 and its successors). Addresses that carry an IPv4 address inside are judged
 * by that one.
 */
public final class PublicAddress {
  private PublicAddress() {}

  /** Whether it is reached over the public internet. Asks nobody. */
  public static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return address instanceof Inet4Address
        ? publicV4(address.getAddress())
        : publicV6((Inet6Address) address);
  }

  private static boolean publicV4(byte[] bytes) {
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    int c = bytes[2] & 0xff;
    boolean special =
        a == 0
            || a == 100 && b >= 64 && b < 128 // shared by carriers (RFC 6598)
            || a == 192 && b == 0 && (c == 0 || c == 2)
            || a == 198 && (b == 18 || b == 19)
            || a == 198 && b == 51 && c == 100
            || a == 203 && b == 0 && c == 113
            || a >= 240;
    return !special;
  }

  private static boolean publicV6(Inet6Address address) {
    byte[] bytes = address.getAddress();
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    if ((first & 0xfe00) == 0xfc00 || first == 0x2001 && (second == 0 || second == 0xdb8)) {
      return false; // unique local (RFC 4193), Teredo, documentation
    }
    if (first == 0x2002) {
      return embedded(bytes, 2); // 6to4 (RFC 3056)
    }
    if (first == 0x64 && second == 0xff9b || address.isIPv4CompatibleAddress()) {
      return embedded(bytes, 12); // NAT64 (RFC 6052)
    }
    return true;
  }

  private static boolean embedded(byte[] bytes, int from) {
    try {
      return is(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }
}
