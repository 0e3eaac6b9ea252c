package io.moneyprinter.codecs.speech;

import java.util.List;
import java.util.Objects;

/** Speech providers, those that are there first. */
public record ProviderList(List<Provider> providers) {
  /** What may be expected of a provider. */
  public enum State {
    /** It speaks when it is asked. */
    READY,
    /** It kept failing and is left alone for a while. */
    RESTING,
    /** Something that it needs on this machine is not there. */
    UNAVAILABLE,
    /** A setting has to be made first. */
    NOT_SET
  }

  /**
   * One of them.
   *
   * @param id the first part of its voices' ids
   * @param detail what is in its way and how to mend that; {@code null} when it is ready
   * @param voices how many it lists
   */
  public record Provider(String id, State state, String detail, int voices) {
    public Provider {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(state, "state");
    }
  }

  public ProviderList {
    providers = providers == null ? List.of() : List.copyOf(providers);
  }
}
