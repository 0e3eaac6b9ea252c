package io.moneyprinter.content.script;

import io.moneyprinter.content.text.Sentences;
import io.moneyprinter.content.text.SpeakingTime;
import java.util.ArrayList;
import java.util.List;

/** Makes a script shorter by whole sentences. Pure. */
final class ScriptTrimmer {
  private ScriptTrimmer() {}

  /** A sentence and the scene it belongs to. */
  private record Told(int scene, String text) {
    double seconds() {
      return SpeakingTime.seconds(text);
    }
  }

  /** How many seconds a shortened script is too long. */
  @FunctionalInterface
  interface Excess {
    /**
     * @param share of the speaking time that is left, 0 to 1
     * @param scenes that are left
     * @return negative when it is too short
     */
    double of(double share, int scenes);
  }

  /**
   * Leaves sentences out, from the last but one backwards, until it fits: the first one catches,
   * the last one closes.
   */
  static Draft trim(Draft draft, String language, Excess excess) {
    Sentences sentences = new Sentences(language);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < draft.scenes().size(); i++) {
      for (String sentence : sentences.split(draft.scenes().get(i).narration())) {
        told.add(new Told(i, sentence.strip()));
      }
    }
    double all = told.stream().mapToDouble(Told::seconds).sum();
    double left = all;
    double over = excess.of(1, scenes(told));
    for (int i = told.size() - 2; i > 0 && over > 0; i--) {
      Told out = told.remove(i);
      double without = excess.of((left - out.seconds()) / all, scenes(told));
      if (Math.abs(without) < over) {
        left -= out.seconds();
        over = without;
      } else {
        told.add(i, out); // Rather a little too long than far too short.
      }
    }
    return rebuilt(draft, told);
  }

  private static int scenes(List<Told> told) {
    return (int) told.stream().mapToInt(Told::scene).distinct().count();
  }

  private static Draft rebuilt(Draft draft, List<Told> told) {
    List<Draft.Part> parts = new ArrayList<>();
    for (int i = 0; i < draft.scenes().size(); i++) {
      int scene = i;
      String narration =
          String.join(" ", told.stream().filter(t -> t.scene() == scene).map(Told::text).toList());
      Draft.Part part = draft.scenes().get(i);
      if (!narration.isEmpty()) {
        parts.add(new Draft.Part(narration, part.terms(), part.visual(), part.title()));
      }
    }
    return new Draft(draft.title(), parts);
  }
}
