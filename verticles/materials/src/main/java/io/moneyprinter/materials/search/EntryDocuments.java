package io.moneyprinter.materials.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** Makes Lucene documents of entries: each text once by the rules of each of its languages. */
final class EntryDocuments {
  private final TextAnalysis analysis;
  private final Compounds compounds;

  EntryDocuments(TextAnalysis analysis) {
    this.analysis = analysis;
    this.compounds = new Compounds(analysis.thesaurus());
  }

  Document of(SearchEntry entry) {
    Document document = new Document();
    document.add(new StringField("id", entry.id(), Field.Store.YES));
    entry.marks().forEach(mark -> document.add(new StringField("mark", mark, Field.Store.NO)));
    add(document, "plain_" + TextAnalysis.PLAIN, entry.text());
    for (String language : languages(entry)) {
      add(document, "title_" + language, entry.title());
      entry.tags().forEach(tag -> add(document, "tags_" + language, tag));
      add(document, "text_" + language, entry.description());
      Set<String> parts = new LinkedHashSet<>();
      for (TextAnalysis.Token token : analysis.tokens(entry.text(), language)) {
        parts.addAll(compounds.parts(token.stem(), language));
      }
      parts.forEach(
          part -> document.add(new StringField("parts_" + language, part, Field.Store.NO)));
      if ("en".equals(language)) {
        kinds(entry)
            .forEach(kind -> document.add(new StringField("kinds_en", kind, Field.Store.NO)));
      }
    }
    return document;
  }

  private static Set<String> languages(SearchEntry entry) {
    Set<String> languages = new LinkedHashSet<>();
    entry.languages().forEach(language -> languages.add(TextLanguage.of(language)));
    if (languages.isEmpty()) {
      languages.add(TextLanguage.guess(entry.text()));
    }
    return languages;
  }

  private static void add(Document document, String field, String text) {
    if (!text.isBlank()) {
      document.add(new TextField(field, text, Field.Store.NO));
    }
  }

  /**
   * What the things in title and tags are kinds of, so that a dog is found as an animal, and what
   * its words come of, so that a trader is found by trading.
   */
  private Set<String> kinds(SearchEntry entry) {
    Set<String> kinds = new LinkedHashSet<>();
    String text = entry.title() + ' ' + String.join(" ", entry.tags());
    for (TextAnalysis.Token token : analysis.tokens(text, "en")) {
      Thesaurus.Word word = analysis.thesaurus().word(token.stem());
      if (word != null) {
        word.root().stream().map(analysis::english).forEach(kinds::add);
      }
      if (word != null && word.kind() == Thesaurus.Kind.THING) {
        word.wider().stream().map(analysis::english).forEach(kinds::add);
      }
    }
    return kinds;
  }
}
