package io.moneyprinter.gateway.auth;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Origins;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a request without a credential as the owner's when it can only come from this machine: from
 * a loopback address, not passed on by a proxy, for a local host name (a foreign name that resolves
 * to us is DNS rebinding), from no foreign page, and, when it changes something, in a form that a
 * foreign page cannot send unasked.
 */
final class LocalOwner {
  private static final Authenticate OWNER = new Authenticate(Authenticate.Kind.LOCAL_OWNER, "");
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "Via");
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** Before it sends one of these, a browser asks us whether a foreign page may (Fetch, CORS). */
  private static final Set<String> ASKED_FIRST =
      Set.of(
          "application/json",
          "application/yaml",
          "text/csv",
          "application/x-ndjson",
          "application/octet-stream",
          "application/zip");

  private static final List<String> MEDIA = List.of("image/", "video/", "audio/");

  /** Headers that a page can send to its own origin only, unless it may (Fetch, CORS). */
  private static final List<String> OWN_HEADERS = List.of("Tus-Resumable", "X-Requested-With");

  private final Origins origins;

  LocalOwner(Origins origins) {
    this.origins = origins;
  }

  /**
   * What stands for the owner, for the users service to judge: once there are accounts, sitting at
   * the machine is not enough. Throws a {@link ServiceFailure} that says what is missing.
   */
  Authenticate recognise(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    if (!fromThisMachine(request)) {
      throw new ServiceFailure(FailureCode.UNAUTHENTICATED, Authentication.HOW);
    }
    if (!NAMES.contains(hostName(request))) {
      throw forbidden("Without a credential this node answers to localhost and 127.0.0.1 only");
    }
    if (origins.foreign(request)) {
      throw forbidden("Pages of other origins need a credential and a place in gateway.origins");
    }
    if (!READING.contains(request.method()) && !askedFirst(ctx)) {
      throw forbidden(
          "Without a credential, changes need the header Content-Type: application/json, or the type"
              + " of the file that is sent, such as audio/mpeg; a form with a file needs the header"
              + " X-Requested-With");
    }
    return OWNER;
  }

  private static boolean askedFirst(RoutingContext ctx) {
    String type = JsonBody.mediaType(ctx);
    return ASKED_FIRST.contains(type)
        || MEDIA.stream().anyMatch(type::startsWith)
        || OWN_HEADERS.stream().anyMatch(ctx.request().headers()::contains);
  }

  static boolean fromThisMachine(HttpServerRequest request) {
    try {
      String address = request.remoteAddress().hostAddress();
      return address != null
          && InetAddress.getByName(address).isLoopbackAddress() // a literal: nothing is looked up
          && OF_PROXIES.stream().noneMatch(request.headers()::contains);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String hostName(HttpServerRequest request) {
    String host = request.getHeader("Host");
    if (host == null) {
      host = request.authority() == null ? "" : request.authority().toString();
    }
    return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }

  private static ServiceFailure forbidden(String message) {
    return new ServiceFailure(FailureCode.FORBIDDEN, message);
  }
}
