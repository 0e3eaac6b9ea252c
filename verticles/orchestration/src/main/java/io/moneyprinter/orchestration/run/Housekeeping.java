package io.moneyprinter.orchestration.run;

import io.moneyprinter.orchestration.OrchestrationConfig;
import io.moneyprinter.orchestration.fair.TicketRelease;
import io.moneyprinter.orchestration.relay.OutboxRelay;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service does without being asked: finds lost steps, undoes what jobs left behind,
 * delivers what is owed. Has to be made on the service's event loop.
 */
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  /** What is deleted usually stays for days: it does not matter when in an hour its end is. */
  private static final Duration PURGING = Duration.ofMinutes(10);

  private final OutboxRelay relay;
  private final TicketRelease release;
  private final LeaseSweeper sweeper;
  private final Compensator compensator;
  private final Pulse sweeping;
  private final Pulse undoing;
  private final Pulse purging;

  Housekeeping(
      Vertx vertx,
      OrchestrationConfig config,
      OutboxRelay relay,
      TicketRelease release,
      LeaseSweeper sweeper,
      JobDeadlines deadlines,
      Compensator compensator,
      SecondCopies copies,
      FitCheck fits,
      CostBook costs,
      Deletions deletions) {
    this.relay = relay;
    this.release = release;
    this.sweeper = sweeper;
    this.compensator = compensator;
    this.undoing =
        new Pulse(vertx, "undo what jobs left behind", config.relay(), compensator::pass);
    this.purging =
        new Pulse(
            vertx,
            "purge deleted videos",
            config.deletedLife().compareTo(PURGING) < 0 ? config.deletedLife() : PURGING,
            deletions::purge);
    this.sweeping =
        new Pulse(
            vertx,
            "look for lost steps",
            config.sweep(),
            () ->
                sweeper
                    .sweep()
                    .compose(swept -> deadlines.sweep())
                    .compose(swept -> release.putAgain(config.ticketPause()))
                    .compose(put -> copies.pass())
                    .compose(made -> fits.pass())
                    .compose(checked -> costs.pass()));
  }

  /** A job may have left something behind. */
  void undo() {
    undoing.wake();
  }

  /**
   * A node alone goes on at once with what was under way when the last one died. Only tickets from
   * before it began are put again: those of jobs that come meanwhile are not lost.
   */
  void takeOver(Node node) {
    long begun = System.nanoTime();
    Future.join(
            relay.takeOver(),
            compensator.takeOver(),
            sweeper
                .takeOver(node.info().id())
                .compose(swept -> release.putAgain(Duration.ofNanos(System.nanoTime() - begun))))
        .onFailure(
            cause -> LOG.warn("Steps of a node that died go on later: {}", cause.getMessage()));
  }

  /** Stops looking for work; done when what is under way is. */
  Future<?> close() {
    return Future.join(
        List.of(
            relay.close(), sweeping.close(), undoing.close(), purging.close(), release.close()));
  }
}
