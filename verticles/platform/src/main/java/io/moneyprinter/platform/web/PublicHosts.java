package io.moneyprinter.platform.web;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges addresses of strangers before anything is sent there. A name is resolved once; the request
 * then goes to the very address that was judged, so that no second answer of a name server leads
 * elsewhere.
 */
public final class PublicHosts {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** Numbers in any of the forms that some resolvers take for an IPv4 address (RFC 3986, 7.4). */
  private static final Pattern NUMBERS =
      Pattern.compile("(0x[0-9a-f]*|\\d+)(\\.(0x[0-9a-f]*|\\d+))*\\.?");

  private static final Pattern USUAL =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  private final Set<String> privateHosts;
  private final String setting;
  private final Resolver resolver;

  /** Finds the addresses of a name. */
  @FunctionalInterface
  public interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /**
   * @param privateHosts names and addresses, in small letters, that may be asked although they are
   *     not public
   * @param setting the name of the setting that holds them, for refusals
   */
  public PublicHosts(Set<String> privateHosts, String setting) {
    this(privateHosts, setting, InetAddress::getAllByName);
  }

  /** With another way to find the addresses of names. */
  public PublicHosts(Set<String> privateHosts, String setting, Resolver resolver) {
    this.privateHosts = Set.copyOf(privateHosts);
    this.setting = setting;
    this.resolver = resolver;
  }

  /**
   * An address in its parts; {@code INVALID} for one that is not http or https, that has no host or
   * that carries a user name.
   *
   * @param pointer the key of the brief that the address came from, for the refusal
   */
  public URI parsed(String pointer, String text) {
    try {
      URI address = new URI(text.strip().replace(" ", "%20")).normalize();
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (SCHEMES.contains(scheme) && address.getHost() != null && address.getUserInfo() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw ServiceFailure.invalid(pointer, text + " is not an address: " + e.getReason());
    }
    throw ServiceFailure.invalid(
        pointer, text + " is not an http or https address without a user name");
  }

  /**
   * The address to connect to. Blocks. Refuses with {@code INVALID} when any address that the name
   * stands for is not public.
   */
  public InetAddress judged(String pointer, URI address) {
    String host = address.getHost().replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
    if (NUMBERS.matcher(host).matches() && !USUAL.matcher(host).matches()) {
      throw ServiceFailure.invalid(
          pointer,
          host + " is not a usual way to write an address. Write four numbers, such as 192.0.2.1");
    }
    try {
      InetAddress[] all = resolver.resolve(host);
      boolean allowed = privateHosts.contains(host);
      for (InetAddress one : all) {
        if (!allowed && !PublicAddress.is(one)) {
          throw ServiceFailure.invalid(
              pointer,
              host
                  + " is not on the public internet. If it has to be asked all the same, the"
                  + " operator may add the host to "
                  + setting);
        }
      }
      return all[0];
    } catch (UnknownHostException e) {
      throw ServiceFailure.invalid(pointer, "There is no host " + host);
    }
  }

  /** A GET of an address at the machine that was judged. */
  public static RequestOptions request(URI address, InetAddress at) {
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
    String raw = address.getRawPath();
    String path = raw == null || raw.isEmpty() ? "/" : raw;
    return new RequestOptions()
        .setServer(SocketAddress.inetSocketAddress(port, at.getHostAddress()))
        .setHost(address.getHost())
        .setPort(port)
        .setSsl(secure)
        .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery());
  }
}
