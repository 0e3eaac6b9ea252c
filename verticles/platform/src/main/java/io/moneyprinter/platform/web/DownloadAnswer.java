package io.moneyprinter.platform.web;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What a server answers where a file was promised. */
final class DownloadAnswer {
  private static final int PARTIAL = 206;

  private final HttpClientResponse response;
  private final long most;
  private final String pointer;

  /**
   * @param most bytes that are taken
   * @param pointer what the address came from, for refusals
   */
  DownloadAnswer(HttpClientResponse response, long most, String pointer) {
    this.response = response;
    this.most = most;
    this.pointer = pointer;
  }

  /** Why it is not worth reading; empty when it is. */
  Optional<ServiceFailure> refusal(URI address) {
    int status = response.statusCode();
    if (status != 200 && status != PARTIAL) {
      String what = address.getHost() + " answers " + status + " where a file was promised";
      return Optional.of(
          status >= 500 || status == 429 || status == 408
              ? ServiceFailure.unavailable(what + ". Try again later")
              : ServiceFailure.invalid(pointer, what));
    }
    String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > most
        ? Optional.of(tooLarge())
        : Optional.empty();
  }

  ServiceFailure tooLarge() {
    return ServiceFailure.invalid(
        pointer, "The file has more than " + most + " bytes, the most that is taken");
  }

  /** A range that reaches to the end is the whole (RFC 9110, section 14.4). */
  PublicDownload.Got got(long bytes) {
    String type =
        Optional.ofNullable(response.getHeader(HttpHeaders.CONTENT_TYPE))
            .orElse("")
            .toLowerCase(Locale.ROOT);
    if (response.statusCode() != PARTIAL) {
      return new PublicDownload.Got(bytes, false, bytes, type);
    }
    String range = String.valueOf(response.getHeader("content-range"));
    String said = range.substring(range.lastIndexOf('/') + 1);
    long total = said.matches("\\d{1,18}") ? Long.parseLong(said) : -1;
    return new PublicDownload.Got(bytes, total != bytes, total, type);
  }
}
