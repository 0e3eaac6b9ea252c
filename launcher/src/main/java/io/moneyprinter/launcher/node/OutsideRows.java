package io.moneyprinter.launcher.node;

import io.moneyprinter.codecs.config.OutsideKind;
import io.moneyprinter.config.outside.OutsideProfile;
import io.moneyprinter.config.outside.OutsideProfile.Question;
import io.moneyprinter.platform.providers.ProviderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of {@link OutsideTable} while it is written. */
final class OutsideRows {
  /** Settings that most services have. */
  static final String KEY = OutsideProfile.KEY;

  static final String BASE = "base-url";

  private final List<OutsideProfile> all = new ArrayList<>();

  /**
   * Adds a service.
   *
   * @param group of its settings
   * @param fields names of the settings that one would enter
   * @param keyed whether it wants a key
   * @param question shows whether it works; a service without one is not ready
   */
  void add(
      String name,
      OutsideKind kind,
      String title,
      String group,
      List<String> fields,
      boolean keyed,
      Optional<Question> question) {
    all.add(
        new OutsideProfile(
            name, kind, title, group, fields, question.isPresent(), keyed, question));
  }

  /** The keys of a setting that may be absent. */
  static List<String> keys(Optional<String> setting) {
    return setting.map(ProviderSettings::keys).orElse(List.of());
  }

  List<OutsideProfile> all() {
    return List.copyOf(all);
  }
}
