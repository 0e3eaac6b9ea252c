package io.moneyprinter.materials.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Entries, found by their words, best first. Held in memory: it is filled from the database, which
 * is the truth, whenever it is not there. Safe to use from any thread; its methods block.
 */
public final class TextIndex implements AutoCloseable {
  /** The sum of what is met that scores one half. */
  private static final double HALF = 0.6;

  private static final double WHOLE = 0.2;

  private final WordQueries queries;
  private final EntryDocuments documents;
  private final Directory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private final SearcherManager searchers;

  public TextIndex(TextAnalysis analysis) {
    this.queries = new WordQueries(analysis);
    this.documents = new EntryDocuments(analysis);
    try {
      this.writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(analysis.byField()).setSimilarity(new BackgroundSimilarity()));
      this.searchers =
          new SearcherManager(
              writer,
              new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(
                    org.apache.lucene.index.IndexReader reader,
                    org.apache.lucene.index.IndexReader before) {
                  IndexSearcher searcher = new IndexSearcher(reader);
                  searcher.setSimilarity(new BackgroundSimilarity());
                  return searcher;
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot be opened", e);
    }
  }

  /** Adds entries, each in the place of the one of its id; they are found as soon as this ends. */
  public void put(Collection<SearchEntry> entries) {
    try {
      for (SearchEntry entry : entries) {
        writer.updateDocument(new Term("id", entry.id()), documents.of(entry));
      }
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot be written", e);
    }
  }

  /** Takes entries out; those that are not there are passed over. */
  public void remove(Collection<String> ids) {
    try {
      writer.deleteDocuments(ids.stream().map(id -> new Term("id", id)).toArray(Term[]::new));
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot be written", e);
    }
  }

  public int size() {
    return writer.getDocStats().numDocs;
  }

  /**
   * The entries that fit best.
   *
   * @param from how many of the best to pass over
   * @param limit most entries, at least 1
   */
  public List<TextHit> search(TextQuery query, int from, int limit) {
    return search(query, from, limit, limit);
  }

  /**
   * The entries that fit best.
   *
   * @param from how many of the best to pass over
   * @param limit most entries, at least 1
   * @param told to how many of them the words are told that they were found by, which takes longer
   *     than finding them
   */
  public List<TextHit> search(TextQuery query, int from, int limit, int told) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        WordQueries.Question question = queries.of(query);
        Query rewritten = searcher.rewrite(question.query());
        ScoreDoc[] found = searcher.search(rewritten, from + limit).scoreDocs;
        Weight weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
        List<TextHit> hits = new ArrayList<>();
        for (int i = from; i < found.length; i++) {
          Document document =
              searcher.storedFields().document(found[i].doc, java.util.Set.of("id"));
          double score = score(found[i].score, question.whole());
          List<String> words =
              i - from < told ? met(searcher, weight, found[i].doc) : List.<String>of();
          hits.add(new TextHit(document.get("id"), score, words));
        }
        return hits;
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot be read", e);
    }
  }

  /** Orders as the sum does; a fifth depends on how much of all that was asked for is met. */
  private static double score(double sum, double whole) {
    double share = whole <= 0 ? 0 : Math.min(1, sum / whole);
    return sum / (sum + HALF) * (1 - WHOLE + WHOLE * share);
  }

  /** The words of the query that a document was found by. */
  private static List<String> met(IndexSearcher searcher, Weight weight, int document)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    Matches matches = weight.matches(leaf, document - leaf.docBase);
    Map<String, String> words = new LinkedHashMap<>();
    if (matches != null) {
      for (NamedMatches named : NamedMatches.findNamedMatches(matches)) {
        String[] name = named.getName().split("\u0000", 2);
        if (name.length == 1) {
          words.putIfAbsent(name[0], null);
        } else {
          words.merge(name[0], name[1], (one, other) -> one);
        }
      }
    }
    return words.entrySet().stream()
        .map(
            word ->
                word.getValue() == null
                    ? word.getKey()
                    : word.getKey() + " (" + word.getValue() + ")")
        .toList();
  }

  @Override
  public void close() {
    try {
      searchers.close();
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("An index in memory cannot be closed", e);
    }
  }
}
