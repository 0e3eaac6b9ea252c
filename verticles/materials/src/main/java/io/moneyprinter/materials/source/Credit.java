package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Provenance;

/** Says whose a candidate is and on what terms it is shown. Pure. */
final class Credit {
  private Credit() {}

  static Provenance of(Candidate from) {
    return new Provenance(
        from.source(),
        from.id(),
        from.author(),
        from.licence(),
        from.pageUrl(),
        from.title().isEmpty() ? null : from.title(),
        from.authorUrl(),
        from.licenceUrl());
  }
}
