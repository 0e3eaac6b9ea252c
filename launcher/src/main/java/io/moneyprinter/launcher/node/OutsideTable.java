package io.moneyprinter.launcher.node;

import static io.moneyprinter.codecs.config.OutsideKind.WORDS;

import io.moneyprinter.codecs.config.OutsideKind;
import io.moneyprinter.config.outside.OutsideProfile;
import io.moneyprinter.config.outside.OutsideProfile.Question;
import io.moneyprinter.content.model.LlmConfig;
import io.moneyprinter.content.model.ModelListing;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.platform.providers.ProviderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one table of outside services: which settings each has, and the question that shows whether
 * it works. Each question is of the service's own documentation, is answered in JSON and is free.
 */
final class OutsideTable {
  private static final String KEY = OutsideProfile.KEY;
  private static final String BASE = "base-url";

  private final List<OutsideProfile> all = new ArrayList<>();

  private OutsideTable() {}

  static List<OutsideProfile> of(NodeConfig config) {
    OutsideTable table = new OutsideTable();
    table.models(config.content().llm());
    table.all.addAll(OutsideVoices.of(config.speech()));
    table.all.addAll(OutsidePictures.of(config.materials()));
    return List.copyOf(table.all);
  }

  private void models(LlmConfig llm) {
    List<ModelListing> listings = llm.listings();
    String main = "content.llm";
    List<String> fields = List.of("preset", KEY, "model", BASE);
    Optional<ModelListing> unnamed =
        listings.stream().filter(each -> each.group().equals(main)).findFirst();
    add("llm", WORDS, "Language model", main, fields, true, unnamed.map(OutsideTable::question));
    listings.stream()
        .filter(each -> !each.group().equals(main))
        .forEach(
            each ->
                add(
                    "llm-" + each.name(),
                    WORDS,
                    each.name(),
                    each.group(),
                    List.of(KEY, "model", BASE),
                    true,
                    Optional.of(question(each))));
  }

  private static Question question(ModelListing listing) {
    return new Question(listing.address(), listing.place(), listing.keys(), listing.headers());
  }

  /** What is ready has a question. */
  static OutsideProfile row(
      String name,
      OutsideKind kind,
      String title,
      String group,
      List<String> fields,
      boolean keyed,
      Optional<Question> question) {
    return new OutsideProfile(
        name, kind, title, group, fields, question.isPresent(), keyed, question);
  }

  static List<String> keys(Optional<String> setting) {
    return setting.map(ProviderSettings::keys).orElse(List.of());
  }

  private void add(
      String name,
      OutsideKind kind,
      String title,
      String group,
      List<String> fields,
      boolean keyed,
      Optional<Question> question) {
    all.add(row(name, kind, title, group, fields, keyed, question));
  }
}
