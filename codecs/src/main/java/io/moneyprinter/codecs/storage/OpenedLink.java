package io.moneyprinter.codecs.storage;

import java.util.Objects;

/**
 * A link whose signature is right.
 *
 * @param elsewhere where the file is to be fetched instead, an address that is good for a while;
 *     {@code null} for here
 */
public record OpenedLink(Link link, State state, String elsewhere) {
  /** Whether it is good. */
  public enum State {
    GOOD,
    /** Its time is over. */
    EXPIRED,
    /** Who made it took it back. */
    REVOKED,
    /** It was used as often as it may be. */
    SPENT
  }

  public OpenedLink {
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(state, "state");
  }
}
