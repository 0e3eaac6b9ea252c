package io.moneyprinter.materials.search;

import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) as if every
 * collection stood among a thousand entries about other things. A word that all of twenty search
 * results carry is then still worth something, and scores mean the same in a small collection and
 * in a large one.
 */
final class BackgroundSimilarity extends BM25Similarity {
  private static final int BACKGROUND = 1000;

  /** Tags and titles are short: a word said twice says little more, and so does length. */
  private static final float SATURATION = 0.5f;

  private static final float LENGTH = 0.2f;

  BackgroundSimilarity() {
    super(SATURATION, LENGTH);
  }

  @Override
  protected float idf(long docFreq, long docCount) {
    return (float) (super.idf(docFreq, docCount + BACKGROUND) / most(docCount));
  }

  /** What a word is worth that one entry alone carries. */
  private double most(long docCount) {
    return super.idf(1, docCount + BACKGROUND);
  }
}
