package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.video.TransitionStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Decides how each scene gives way to the next, first join first. */
final class TransitionChooser {
  /** Keeps these draws apart from others that begin at the same seed. */
  private static final long OWN = 0x7472616e73697469L;

  private static final Set<TransitionStyle> DRAWN =
      EnumSet.complementOf(EnumSet.of(TransitionStyle.CUT, TransitionStyle.SHUFFLE));

  private final SplittableRandom random;
  private TransitionStyle last;

  TransitionChooser(long seed) {
    this.random = new SplittableRandom(seed ^ OWN);
  }

  /** The style of the next join; when shuffled, never that of the shuffled join before. */
  TransitionStyle next(TransitionStyle style) {
    if (style != TransitionStyle.SHUFFLE) {
      return style;
    }
    List<TransitionStyle> choice = new ArrayList<>(DRAWN);
    choice.remove(last);
    last = choice.get(random.nextInt(choice.size()));
    return last;
  }
}
