package io.moneyprinter.gateway.limit;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Requests that take the same from the same buckets. They are asked for together while an answer is
 * awaited, and when many come, Redis is asked ahead for those to come: as many as came within the
 * last {@link #AHEAD_NANOS}, never more than twice those since the question before, and only as far
 * as the script finds plenty. So a busy caller costs a question now and then, and one that is about
 * to be refused is counted exactly, on all nodes. Of one event loop.
 */
final class TokenLane {
  /** Time for which tokens are taken ahead; after twice that, unused ones go back. */
  static final long AHEAD_NANOS = 100_000_000;

  private static final int MOST_AHEAD = 2_000;
  private static final double NANOS = 1e9;

  private final List<Charge> charges;
  private final TokenCall call;
  private final Consumer<Verdict.Standing> follower;
  private final LongSupplier nanoTime;
  private List<Promise<Verdict>> waiting = new ArrayList<>();
  private boolean asking;
  private int ahead;
  private double[] levels;
  private long answeredAt;
  private long askedAt;
  private int sinceAsked;
  private int sinceRest;

  /**
   * @param follower told how each bucket stands whenever Redis says so
   */
  TokenLane(
      List<Charge> charges,
      TokenCall call,
      Consumer<Verdict.Standing> follower,
      LongSupplier nanoTime) {
    this.charges = charges;
    this.call = call;
    this.follower = follower;
    this.nanoTime = nanoTime;
    this.askedAt = nanoTime.getAsLong();
  }

  Future<Verdict> take() {
    sinceRest++;
    sinceAsked++;
    long now = nanoTime.getAsLong();
    if (ahead > 0) {
      ahead--;
      if (!asking && ahead < sinceAsked) {
        ask(now); // before they run out, so that nobody has to wait
      }
      return Future.succeededFuture(leased(now));
    }
    Promise<Verdict> verdict = Promise.promise();
    waiting.add(verdict);
    if (!asking) {
      ask(now);
    }
    return verdict.future();
  }

  /**
   * Gives back what is more than came since the last time.
   *
   * @return whether nothing came at all, so that the lane can be forgotten
   */
  boolean rest() {
    boolean idle = sinceRest == 0 && !asking;
    giveBack(Math.max(0, ahead - sinceRest));
    sinceRest = 0;
    return idle;
  }

  /** Gives back all that was taken ahead. */
  void giveBack() {
    giveBack(ahead);
  }

  /** Waits for nobody: Redis may be away by now, which the next question finds out. */
  private void giveBack(int requests) {
    if (requests > 0) {
      ahead -= requests;
      call.ask(charges, new TokenCall.Wish(0, 0, requests));
    }
  }

  private void ask(long now) {
    List<Promise<Verdict>> told = waiting;
    waiting = new ArrayList<>();
    asking = true;
    double elapsed = Math.max(1, now - askedAt);
    double likely = Math.min(sinceAsked / elapsed * AHEAD_NANOS, 2.0 * sinceAsked);
    int more = sinceAsked == 1 ? 0 : (int) Math.min(MOST_AHEAD, likely);
    askedAt = now;
    sinceAsked = 0;
    call.ask(charges, new TokenCall.Wish(told.size(), Math.max(0, more - ahead), 0))
        .onComplete(answer -> answered(told, answer));
  }

  private void answered(List<Promise<Verdict>> told, AsyncResult<TokenCall.Grant> answer) {
    asking = false;
    if (answer.failed()) {
      List<Promise<Verdict>> late = waiting;
      waiting = new ArrayList<>();
      told.forEach(verdict -> verdict.fail(answer.cause()));
      late.forEach(verdict -> verdict.fail(answer.cause()));
      return;
    }
    TokenCall.Grant grant = answer.result();
    levels = grant.levels();
    answeredAt = nanoTime.getAsLong();
    ahead += grant.ahead();
    for (int i = 0; i < charges.size(); i++) {
      follower.accept(new Verdict.Standing(charges.get(i), levels[i]));
    }
    List<Promise<Verdict>> late = waiting;
    int fromAhead = Math.min(ahead, late.size());
    ahead -= fromAhead;
    waiting = new ArrayList<>(late.subList(fromAhead, late.size()));
    if (!waiting.isEmpty()) {
      ask(answeredAt);
    }
    for (int i = 0; i < told.size(); i++) {
      boolean passed = i < grant.passed();
      told.get(i)
          .complete(verdict(passed, passed ? grant.passed() - 1 - i + ahead + fromAhead : 0));
    }
    for (int i = 0; i < fromAhead; i++) {
      late.get(i).complete(verdict(true, ahead + fromAhead - 1 - i));
    }
  }

  /** What a request is told that takes what was taken ahead. */
  private Verdict leased(long now) {
    double seconds = (now - answeredAt) / NANOS;
    List<Verdict.Standing> standings = new ArrayList<>(charges.size());
    for (int i = 0; i < levels.length; i++) {
      Charge charge = charges.get(i);
      Policy policy = charge.policy();
      double level = levels[i] + seconds * policy.rate() + (double) ahead * charge.cost();
      standings.add(new Verdict.Standing(charge, Math.min(policy.burst(), level)));
    }
    return new Verdict(true, standings);
  }

  /**
   * What one of the requests is told that were asked for.
   *
   * @param left requests that tokens were taken for and that come after it
   */
  private Verdict verdict(boolean passed, int left) {
    List<Verdict.Standing> standings = new ArrayList<>(charges.size());
    for (int i = 0; i < charges.size(); i++) {
      Charge charge = charges.get(i);
      standings.add(new Verdict.Standing(charge, levels[i] + (double) left * charge.cost()));
    }
    return new Verdict(passed, standings);
  }
}
