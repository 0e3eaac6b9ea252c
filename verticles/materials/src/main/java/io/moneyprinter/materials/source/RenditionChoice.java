package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Rendition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which file of a candidate to fetch: the smallest that is large enough; where none is, the
 * largest; files of unknown size in the order in which the source names them, after those that are
 * known to do.
 */
final class RenditionChoice {
  /** A still is moved over, so that less than all of it shows at a time. */
  private static final double STILL_MARGIN = 1.1;

  /** Above this share of loss footage is shown whole rather than cut, as the planner does. */
  private static final double MOST_LOST = 0.65;

  private RenditionChoice() {}

  /** All files, the one to take first. */
  static List<Rendition> inOrder(Candidate candidate, Wanted wanted, long mostBytes) {
    List<Rendition> enough = new ArrayList<>();
    List<Rendition> unknown = new ArrayList<>();
    List<Rendition> small = new ArrayList<>();
    for (Rendition file : candidate.renditions()) {
      if (file.bytes() != null && file.bytes() > mostBytes) {
        continue;
      }
      if (file.width() == null || file.height() == null) {
        unknown.add(file);
      } else if (scale(file, candidate.kind(), wanted) <= 1) {
        enough.add(file);
      } else {
        small.add(file);
      }
    }
    Comparator<Rendition> smallest =
        Comparator.comparingLong(file -> (long) file.width() * file.height());
    enough.sort(smallest);
    small.sort(smallest.reversed());
    List<Rendition> all = new ArrayList<>(enough);
    all.addAll(unknown);
    all.addAll(small);
    return all;
  }

  /** By how much a file has to be enlarged to be shown; at most 1 when it is large enough. */
  private static double scale(Rendition file, Candidate.Kind kind, Wanted wanted) {
    double across = wanted.width() / (double) file.width();
    double down = wanted.height() / (double) file.height();
    double lost = 1 - Math.min(across, down) / Math.max(across, down);
    if (kind == Candidate.Kind.VIDEO) {
      return lost > MOST_LOST ? Math.min(across, down) : Math.max(across, down);
    }
    return STILL_MARGIN * Math.max(across, down);
  }
}
