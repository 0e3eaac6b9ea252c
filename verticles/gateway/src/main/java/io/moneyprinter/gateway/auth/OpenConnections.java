package io.moneyprinter.gateway.auth;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.CredentialsChanged;
import io.moneyprinter.gateway.http.Exchange;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Connections that stay open: WebSockets, streams of events, sockets of the bridge. Each is asked
 * about again when the answer about its credential may be remembered no longer, and at once when
 * the users service tells of a change; it ends when the credential was revoked, has run out, holds
 * other rights than before, or is locked out. Where the users service does not answer, it stays and
 * is asked about again a little later. Of one event loop.
 */
public final class OpenConnections {
  private static final String ENDED =
      "The credential has ended or changed; come back with a good one";
  private static final String LOCKED = "Requests like these are not taken from here for a while";

  private final Authentication authentication;
  private final Predicate<RoutingContext> locked;
  private final Clock clock;
  private final Vertx vertx;
  private final long ticker;
  private final Set<Connection> connections = new HashSet<>();

  /** One connection; equal to itself only. */
  private final class Connection {
    private final RoutingContext ctx;
    private final Caller caller;
    private final Consumer<String> end;
    private Instant until;
    private boolean asking;

    Connection(RoutingContext ctx, Consumer<String> end) {
      this.ctx = ctx;
      this.caller = Exchange.caller(ctx);
      this.end = end;
      this.until = caller.validUntil();
    }

    void look() {
      if (locked.test(ctx)) {
        close(LOCKED);
      } else if (!clock.instant().isBefore(until)) {
        ask();
      }
    }

    void ask() {
      if (!asking) {
        asking = true;
        authentication.again(ctx).onComplete(answer -> told(answer.result(), answer.cause()));
      }
    }

    private void told(Caller now, Throwable refused) {
      asking = false;
      if (now != null && now.scopes().equals(caller.scopes())) {
        until = now.validUntil();
      } else if (now != null || isFinal(refused)) {
        close(ENDED);
      }
    }

    private boolean isFinal(Throwable refused) {
      FailureCode code = ServiceFailure.from(refused).code();
      return code == FailureCode.UNAUTHENTICATED || code == FailureCode.FORBIDDEN;
    }

    private void close(String reason) {
      if (connections.remove(this)) {
        end.accept(reason);
      }
    }
  }

  /**
   * @param look time between two looks whether a connection is locked out, or to be asked about
   * @param locked whether requests such as the one that a connection began with are locked out
   */
  public OpenConnections(
      Vertx vertx,
      Authentication authentication,
      Predicate<RoutingContext> locked,
      Duration look,
      Clock clock) {
    this.vertx = vertx;
    this.authentication = authentication;
    this.locked = locked;
    this.clock = clock;
    this.ticker =
        vertx.setPeriodic(
            look.toMillis(), now -> List.copyOf(connections).forEach(Connection::look));
  }

  /**
   * A connection was opened.
   *
   * @param end ends it, and tells its reader why; it is called at most once
   * @return to be called when it is closed
   */
  public Runnable enter(RoutingContext ctx, Consumer<String> end) {
    Connection connection = new Connection(ctx, end);
    connections.add(connection);
    return () -> connections.remove(connection);
  }

  /** The same of a stream of server-sent events, which is told why in a comment. */
  public Runnable stream(RoutingContext ctx) {
    return enter(ctx, reason -> ctx.response().end(": " + reason + "\n\n"));
  }

  /** What somebody may do has changed; what was remembered of it has to be forgotten before. */
  public void changed(CredentialsChanged change) {
    List.copyOf(connections).stream()
        .filter(
            open ->
                open.caller.tenant().equals(change.tenant())
                    && open.caller.subject().equals(change.subject()))
        .forEach(Connection::ask);
  }

  /** Looks no more. */
  public void close() {
    vertx.cancelTimer(ticker);
  }
}
