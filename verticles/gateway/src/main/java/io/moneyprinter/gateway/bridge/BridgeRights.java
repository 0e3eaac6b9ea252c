package io.moneyprinter.gateway.bridge;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.gateway.auth.Authentication;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;

/**
 * What the caller of a socket may ask, listen to and hear over the bridge. Who that is, is looked
 * up again each time (which is remembered for a minute), so that a revoked credential is worth
 * nothing soon.
 */
final class BridgeRights {
  static final String JOB = "client.videos.";
  static final String TENANT = "client.events.";
  static final String PERSON = "client.notifications.";

  private final Vertx vertx;
  private final Authentication authentication;
  private final BridgeDesk desk;

  BridgeRights(Vertx vertx, Authentication authentication, BridgeDesk desk) {
    this.vertx = vertx;
    this.authentication = authentication;
    this.desk = desk;
  }

  private Future<Caller> caller(BridgeEvent event) {
    return authentication.again(event.socket().routingContext());
  }

  /** Whether it may be asked; who asks is written into it. */
  Future<Boolean> send(BridgeEvent event) {
    JsonObject message = event.getRawMessage();
    return caller(event)
        .map(
            caller -> {
              Scope needed = desk.needed(message.getString("address")).orElse(null);
              if (needed == null || !needed.heldBy(caller)) {
                return false;
              }
              RoutingContext opened = event.socket().routingContext();
              // Whatever the client wrote there: who asks is for us to say.
              message.put(
                  "headers",
                  new JsonObject()
                      .put(BridgeDesk.TENANT, caller.tenant())
                      .put(BridgeDesk.SUBJECT, caller.subject())
                      .put(BridgeDesk.CORRELATION, Exchange.correlationId(opened)));
              event.setRawMessage(message);
              return true;
            });
  }

  /** Whether an address may be listened to. */
  Future<Boolean> register(BridgeEvent event) {
    String address = String.valueOf(event.getRawMessage().getString("address"));
    return caller(event)
        .compose(
            caller -> {
              if (!Scope.VIDEOS_READ.heldBy(caller)) {
                return Future.succeededFuture(false);
              }
              if (address.startsWith(PERSON)) {
                return Future.succeededFuture(
                    Scope.ACCOUNT_READ.heldBy(caller)
                        && address.equals(person(caller.tenant(), caller.subject())));
              }
              return address.startsWith(TENANT)
                  ? Future.succeededFuture(address.equals(TENANT + caller.tenant()))
                  : ownJob(event, address, caller);
            });
  }

  /** Where somebody's notices are told. */
  static String person(String tenant, String subject) {
    return PERSON + tenant + "." + subject;
  }

  private Future<Boolean> ownJob(BridgeEvent event, String address, Caller caller) {
    String id = address.startsWith(JOB) ? address.substring(JOB.length()) : "";
    if (!Query.isId(id)) {
      return Future.succeededFuture(false);
    }
    CallContext asking =
        new CallContext(
            Exchange.correlationId(event.socket().routingContext()),
            caller.tenant(),
            caller.subject(),
            null);
    return OrchestrationMessages.GET_JOB
        .ask(vertx.eventBus(), new GetJob(id), asking)
        .map(job -> job.tenant().equals(caller.tenant()));
  }

  /** Whether a message may go out to the socket. */
  Future<Boolean> receive(BridgeEvent event) {
    JsonObject message = event.getRawMessage();
    String address = String.valueOf(message.getString("address"));
    if (address.startsWith(PERSON)) {
      return caller(event)
          .map(
              caller ->
                  address.equals(person(caller.tenant(), caller.subject()))
                      && Scope.ACCOUNT_READ.heldBy(caller));
    }
    if (!address.startsWith(JOB) && !address.startsWith(TENANT)) {
      return Future.succeededFuture(true); // the reply to what this socket was allowed to ask
    }
    String tenant =
        message.getValue("body") instanceof JsonObject body ? body.getString("tenant") : null;
    return caller(event)
        .map(caller -> caller.tenant().equals(tenant) && Scope.VIDEOS_READ.heldBy(caller));
  }
}
