package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.core.type.TypeReference;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The presets that are shipped, from {@code caption-presets.json} beside this class. A style takes
 * its values from them when it is made, so that a stored style looks the same for ever, whatever
 * becomes of its preset.
 */
public final class CaptionPresets {
  private static final List<CaptionPreset> ALL = read();

  private CaptionPresets() {}

  /** In the order in which they are to be shown. */
  public static List<CaptionPreset> all() {
    return ALL;
  }

  static Optional<CaptionStyle> named(String name) {
    return ALL.stream()
        .filter(preset -> preset.name().equals(name))
        .map(CaptionPreset::style)
        .findFirst();
  }

  private static List<CaptionPreset> read() {
    try (InputStream in = CaptionPresets.class.getResourceAsStream("caption-presets.json")) {
      if (in == null) {
        throw new FileNotFoundException("caption-presets.json is not in the jar");
      }
      return List.copyOf(
          RecordJson.strict().readValue(in, new TypeReference<List<CaptionPreset>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("The caption presets cannot be read", e);
    }
  }
}
