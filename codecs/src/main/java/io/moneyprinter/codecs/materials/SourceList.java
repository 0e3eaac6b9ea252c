package io.moneyprinter.codecs.materials;

import java.util.List;
import java.util.Objects;

/** Sources of pictures and clips. */
public record SourceList(List<Source> sources) {
  /** What may be expected of a source. */
  public enum State {
    /** It answers when it is asked. */
    READY,
    /** It kept failing and is left alone for a while. */
    RESTING,
    /** A setting has to be made first. */
    NOT_SET
  }

  /**
   * One of them.
   *
   * @param name as briefs write it
   * @param usual whether it is asked where a brief names none
   * @param makes whether it makes pictures from words rather than finds them
   * @param detail what is in its way and how to mend that; {@code null} when it is ready
   */
  public record Source(String name, State state, boolean usual, boolean makes, String detail) {
    public Source {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(state, "state");
    }
  }

  public SourceList {
    sources = sources == null ? List.of() : List.copyOf(sources);
  }
}
