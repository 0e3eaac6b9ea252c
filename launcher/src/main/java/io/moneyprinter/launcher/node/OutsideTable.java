package io.moneyprinter.launcher.node;

import static io.moneyprinter.codecs.config.OutsideKind.WORDS;
import static io.moneyprinter.launcher.node.OutsideRows.BASE;
import static io.moneyprinter.launcher.node.OutsideRows.KEY;

import io.moneyprinter.config.outside.OutsideProfile;
import io.moneyprinter.config.outside.OutsideProfile.Question;
import io.moneyprinter.content.model.LlmConfig;
import io.moneyprinter.content.model.ModelListing;
import io.moneyprinter.launcher.settings.NodeConfig;
import java.util.List;
import java.util.Optional;

/**
 * The one table of outside services: which settings each has, and the question that shows whether
 * it works. Each question is of the service's own documentation, is answered in JSON and is free.
 */
final class OutsideTable {
  private final OutsideRows rows;

  private OutsideTable(OutsideRows rows) {
    this.rows = rows;
  }

  static List<OutsideProfile> of(NodeConfig config) {
    OutsideRows rows = new OutsideRows();
    new OutsideTable(rows).models(config.content().llm());
    OutsideVoices.addTo(rows, config.speech());
    OutsidePictures.addTo(rows, config.materials());
    return rows.all();
  }

  private void models(LlmConfig llm) {
    List<ModelListing> listings = llm.listings();
    String main = "content.llm";
    List<String> fields = List.of("preset", KEY, "model", BASE);
    Optional<ModelListing> unnamed =
        listings.stream().filter(each -> each.group().equals(main)).findFirst();
    rows.add(
        "llm", WORDS, "Language model", main, fields, true, unnamed.map(OutsideTable::question));
    listings.stream()
        .filter(each -> !each.group().equals(main))
        .forEach(
            each ->
                rows.add(
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
}
