package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostEntry;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The money side of calls to providers. All of it within the caller's transaction. */
public final class CallBooks {
  /** Code points to a token of a language model: few, so that rather too much is held. */
  private static final double CHARACTERS_A_TOKEN = 3;

  private final Ledger ledger;
  private final Reservations reservations;
  private final Prices prices;
  private final int outputTokens;
  private final CostMeters meters;

  CallBooks(
      Ledger ledger,
      Reservations reservations,
      Prices prices,
      int outputTokens,
      CostMeters meters) {
    this.ledger = ledger;
    this.reservations = reservations;
    this.prices = prices;
    this.outputTokens = outputTokens;
    this.meters = meters;
  }

  /**
   * What a call is expected to cost at the provider's prices, in micro-USD; 0 where it has none.
   *
   * @param characters code points of text in what is asked
   */
  public long expected(String provider, int characters) {
    return Prices.sum(
        List.of(
            prices.of(new Cost(provider, CostUnit.CHARACTERS, characters)),
            prices.of(
                new Cost(
                    provider, CostUnit.INPUT_TOKENS, Math.ceil(characters / CHARACTERS_A_TOKEN))),
            prices.of(new Cost(provider, CostUnit.OUTPUT_TOKENS, outputTokens)),
            prices.of(new Cost(provider, CostUnit.REQUESTS, 1)),
            prices.of(new Cost(provider, CostUnit.IMAGES, 1))));
  }

  /** Gives leave to spend what is expected; {@code QUOTA} when that would cross a cap. */
  public Future<Void> authorize(
      SqlConnection connection, UUID jobId, UUID stepId, long token, UUID callId, long expected) {
    return reservations.authorize(connection, jobId, stepId, token, callId, expected);
  }

  public Future<Void> drop(SqlConnection connection, UUID jobId, UUID callId) {
    return reservations.drop(connection, jobId, callId);
  }

  /** Books what a call cost, once however often it is handed in; answers with what was new. */
  public Future<List<CostLine>> book(
      SqlConnection connection, UUID jobId, String step, int part, UUID callId, List<Cost> costs) {
    List<Posting> postings = new ArrayList<>();
    for (int line = 0; line < costs.size(); line++) {
      postings.add(
          new Posting(CostEntry.Kind.CALL, step, part, prices.of(costs.get(line)), callId, line));
    }
    return ledger.book(connection, jobId, callId, postings);
  }

  /** After the booking is durable. */
  public void count(List<CostLine> booked) {
    meters.count(booked);
  }
}
