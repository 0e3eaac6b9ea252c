package io.moneyprinter.materials.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import java.util.List;
import org.junit.jupiter.api.Test;

class BiddingTest {
  private final Bidding bidding = new Bidding();

  @Test
  void whatLooksTheSameUnderAnotherNameShowsOnce() {
    Ranked original = ranked("1", 0.9, "00000000ffffffff");
    Ranked copy = ranked("2", 0.8, "00000000fffffffe");
    Ranked other = ranked("3", 0.5, "ffffffff00000000");
    bidding.offer(0, List.of(original));
    bidding.offer(1, List.of(copy, other));

    bidding.assign();

    assertThat(bidding.next(0)).isEqualTo(original);
    assertThat(bidding.next(1)).isEqualTo(other);
    assertThat(bidding.next(1)).isNull();
  }

  @Test
  void theSceneThatFitsBetterGetsIt() {
    bidding.offer(0, List.of(ranked("1", 0.4, null), ranked("2", 0.3, null)));
    bidding.offer(1, List.of(ranked("1", 0.6, null)));

    bidding.assign();

    assertThat(bidding.next(0).candidate().id()).isEqualTo("2");
    assertThat(bidding.next(1).candidate().id()).isEqualTo("1");
  }

  private static Ranked ranked(String id, double score, String look) {
    Candidate candidate =
        new Candidate(
            "test",
            id,
            "",
            "",
            List.of(),
            null,
            null,
            "CC0-1.0",
            null,
            null,
            Candidate.Kind.VIDEO,
            null,
            List.of(),
            null,
            look);
    return new Ranked(candidate, score, List.of());
  }
}
