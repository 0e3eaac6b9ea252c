package io.moneyprinter.orchestration.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.orchestration.JobCost;
import io.moneyprinter.platform.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the price list, a YAML file that an operator may edit. */
public final class PriceFile {
  private static final String SHIPPED = "/prices.yaml";
  private static final ObjectMapper YAML = RecordJson.strict(new YAMLFactory());
  private static final Map<String, CostUnit> UNITS =
      Arrays.stream(CostUnit.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  unit -> unit.name().toLowerCase(Locale.ROOT).replace('_', '-'), unit -> unit));

  /**
   * A price as it is written.
   *
   * @param usd for this many
   * @param per of the unit; absent for 1
   */
  private record Price(Double usd, Double per) {}

  private record Content(String version, Map<String, Map<String, Price>> providers) {}

  private PriceFile() {}

  /**
   * Blocking.
   *
   * @param file empty for the list that is shipped
   * @throws SettingsException naming everything that is wrong
   */
  public static Prices read(Optional<Path> file) {
    return file.map(path -> parse(path.toString(), text(path)))
        .orElseGet(() -> parse("prices.yaml", shipped()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new SettingsException(
          List.of(
              "orchestration.costs.prices: "
                  + file
                  + " cannot be read ("
                  + e
                  + "): check that it exists"));
    }
  }

  private static String shipped() {
    try (InputStream in = PriceFile.class.getResourceAsStream(SHIPPED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Prices parse(String name, String text) {
    Content content;
    try {
      content = YAML.readValue(text, Content.class);
    } catch (JsonProcessingException e) {
      throw new SettingsException(List.of(name + ": " + e.getOriginalMessage()));
    }
    List<String> problems = new ArrayList<>();
    if (content == null || content.version() == null || content.version().isBlank()) {
      problems.add(name + ": give the list a version, such as version: \"2026-01\"");
    }
    Map<String, Map<CostUnit, Double>> micros = new HashMap<>();
    if (content != null && content.providers() != null) {
      content
          .providers()
          .forEach(
              (provider, prices) -> micros.put(provider, units(name, provider, prices, problems)));
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new Prices(content.version(), micros);
  }

  private static Map<CostUnit, Double> units(
      String name, String provider, Map<String, Price> prices, List<String> problems) {
    Map<CostUnit, Double> micros = new EnumMap<>(CostUnit.class);
    if (prices == null) {
      return micros;
    }
    prices.forEach(
        (unit, price) -> {
          String where = name + ": " + provider + "." + unit;
          if (!UNITS.containsKey(unit)) {
            problems.add(
                where
                    + " is no unit; there are "
                    + UNITS.keySet().stream().sorted().collect(Collectors.joining(", ")));
          } else if (price == null || price.usd() == null || !(price.usd() >= 0)) {
            problems.add(where + ".usd must be a number of US dollars, 0 or more");
          } else if (price.per() != null && !(price.per() > 0)) {
            problems.add(where + ".per must be more than 0");
          } else {
            double per = price.per() == null ? 1 : price.per();
            micros.put(UNITS.get(unit), price.usd() * JobCost.MICROS / per);
          }
        });
    return micros;
  }
}
