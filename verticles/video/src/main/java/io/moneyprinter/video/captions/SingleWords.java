package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Caption;
import java.util.ArrayList;
import java.util.List;

/** A phrase as captions of one word each: every word until the next begins. */
final class SingleWords {
  private SingleWords() {}

  static List<Caption> of(Caption caption) {
    List<Caption.Word> words = caption.words();
    List<Caption> single = new ArrayList<>();
    int from = caption.start();
    for (int i = 0; i < words.size(); i++) {
      int to = i + 1 < words.size() ? words.get(i + 1).start() : caption.end();
      if (to > from) {
        single.add(new Caption(from, to, List.of(words.get(i))));
        from = to;
      }
    }
    return single;
  }
}
