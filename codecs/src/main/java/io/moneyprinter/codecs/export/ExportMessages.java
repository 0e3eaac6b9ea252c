package io.moneyprinter.codecs.export;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One address for each service that keeps something of people or tenants, all of one form. */
public final class ExportMessages {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Map<String, Endpoint<ExportRows, ExportedRows>> BY_SERVICE =
      Arrays.stream(ExportKind.values())
          .map(ExportKind::service)
          .distinct()
          .sorted()
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(),
                  service ->
                      new Endpoint<>(
                          service + ".export-rows", ExportRows.class, ExportedRows.class, LIMIT)));

  private ExportMessages() {}

  /**
   * Where rows of a kind are asked for, page by page. Fails with {@code UNAVAILABLE} where the
   * service is away.
   */
  public static Endpoint<ExportRows, ExportedRows> of(ExportKind kind) {
    return BY_SERVICE.get(kind.service());
  }

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("export.ExportRows.v1", ExportRows.class);
    types.add("export.ExportedRows.v1", ExportedRows.class);
    BY_SERVICE.values().forEach(types::share);
  }
}
