package io.moneyprinter.storage.cdn;

import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkDisposition;
import io.moneyprinter.storage.home.Home;
import io.moneyprinter.storage.home.HomeBooks;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses at the CDN of files that lie as they are in the bucket behind it. What is encrypted or
 * compressed only a node can hand out.
 */
public final class CdnAddresses {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private final CdnConfig config;
  private final String prefix;
  private final CloudFrontSigner signer;
  private final HomeBooks homes;

  /**
   * @param config with a domain
   * @param prefix that the names of all objects of its bucket begin with
   */
  public CdnAddresses(CdnConfig config, String prefix, HomeBooks homes) {
    this.config = config;
    this.prefix = prefix;
    this.homes = homes;
    this.signer =
        new CloudFrontSigner(
            config.keyPairId().orElseThrow(), RsaKey.of(config.privateKey().orElseThrow()));
  }

  /**
   * Where the CDN has the file of a link; empty where a node has to hand it out.
   *
   * @param caller network address of who followed the link; may be {@code null}
   */
  public Future<Optional<String>> of(Link link, String caller, Instant now) {
    boolean known = caller != null && IPV4.matcher(caller).matches();
    if (config.bindAddress() && !known) {
      return Future.succeededFuture(Optional.empty());
    }
    return homes
        .homes(link.blob().key())
        .map(
            all ->
                all.stream()
                    .filter(home -> home.bucket().equals(config.bucket().orElseThrow()))
                    .filter(home -> home.seal().plain())
                    .findFirst()
                    .flatMap(this::place)
                    .map(place -> signed(place + query(link), link, caller, now)));
  }

  private Optional<String> place(Home home) {
    return config
        .path(prefix + home.object())
        .map(path -> "https://" + config.domain().orElseThrow() + path);
  }

  private String signed(String address, Link link, String caller, Instant now) {
    Instant most = now.plus(config.life());
    Instant until = link.expiresAt().isBefore(most) ? link.expiresAt() : most;
    return config.bindAddress()
        ? signer.bound(address, until, caller)
        : signer.canned(address, until);
  }

  /** The bucket answers with these headers; RFC 8187 names go in any script. */
  private String query(Link link) {
    if (!config.fileNames()) {
      return "";
    }
    String kind = link.disposition() == LinkDisposition.ATTACHMENT ? "attachment" : "inline";
    String disposition = kind + "; filename*=UTF-8''" + encoded(link.fileName());
    return "?response-content-disposition="
        + encoded(disposition)
        + "&response-content-type="
        + encoded(link.blob().mediaType());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
