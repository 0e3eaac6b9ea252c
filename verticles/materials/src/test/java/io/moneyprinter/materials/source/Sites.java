package io.moneyprinter.materials.source;

import io.moneyprinter.materials.source.made.PainterConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.ProviderStub;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings that lead to local servers in the place of sites. */
final class Sites {
  private static final String NOWHERE = "http://127.0.0.1:9";

  private Sites() {}

  static SourcesConfig at(
      ProviderStub pexels,
      ProviderStub pixabay,
      ProviderStub coverr,
      ProviderStub wikimedia,
      DataSize most,
      boolean kept) {
    return with(
        Duration.ofSeconds(3),
        most,
        kept,
        List.of(),
        keyed(pexels.address()),
        keyed(pixabay.address()),
        keyed(coverr.address()),
        keyed(wikimedia.address()),
        keyed(NOWHERE));
  }

  /** All sources at one server. */
  static SourcesConfig at(ProviderStub all) {
    return at(all, Duration.ofSeconds(10));
  }

  /** The same, with so much time for one answer. */
  static SourcesConfig at(ProviderStub all, Duration timeout) {
    SourceConfig site = keyed(all.address());
    return with(timeout, DataSize.parse("1MB"), false, List.of(), site, site, site, site, site);
  }

  static SourceConfig keyed(String address) {
    return new SourceConfig(Optional.of(address), Optional.of("key-one-1, key-two-2"), 0);
  }

  private static SourcesConfig with(
      Duration timeout,
      DataSize most,
      boolean kept,
      List<String> order,
      SourceConfig pexels,
      SourceConfig pixabay,
      SourceConfig coverr,
      SourceConfig wikimedia,
      SourceConfig others) {
    return new SourcesConfig(
        order,
        timeout,
        Duration.ofMinutes(1),
        Duration.ofSeconds(5),
        most,
        kept ? Duration.ofDays(1) : Duration.ZERO,
        false,
        Optional.of("owner@example.org"),
        List.of("127.0.0.1"),
        pexels,
        pixabay,
        coverr,
        wikimedia,
        others,
        others,
        others,
        painter(others),
        painter(others),
        painter(others));
  }

  private static PainterConfig painter(SourceConfig site) {
    return new PainterConfig(
        site.baseUrl(),
        site.apiKey(),
        Optional.empty(),
        "photograph",
        List.of(),
        Optional.empty(),
        Duration.ofSeconds(10));
  }
}
