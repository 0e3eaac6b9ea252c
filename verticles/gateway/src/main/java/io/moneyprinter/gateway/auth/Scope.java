package io.moneyprinter.gateway.auth;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.Permission;
import io.moneyprinter.gateway.http.Exchange;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;

/**
 * What a credential may be good for. As a handler it lets only those pass who hold it, before their
 * body is read.
 */
public enum Scope implements SecurityPolicyHandler {
  /** Needs no credential. */
  PUBLIC(null),
  VIDEOS_READ(Permission.VIDEOS_READ),
  VIDEOS_WRITE(Permission.VIDEOS_WRITE),
  MATERIALS_READ(Permission.MATERIALS_READ),
  MATERIALS_WRITE(Permission.MATERIALS_WRITE),
  MUSIC_READ(Permission.MUSIC_READ),
  MUSIC_WRITE(Permission.MUSIC_WRITE),
  TEMPLATES_READ(Permission.TEMPLATES_READ),
  TEMPLATES_WRITE(Permission.TEMPLATES_WRITE),
  BATCHES_READ(Permission.BATCHES_READ),
  BATCHES_WRITE(Permission.BATCHES_WRITE),
  WORKFLOWS_READ(Permission.WORKFLOWS_READ),
  USAGE_READ(Permission.USAGE_READ),
  ACCOUNT_READ(Permission.ACCOUNT_READ),
  ACCOUNT_WRITE(Permission.ACCOUNT_WRITE),
  KEYS_READ(Permission.KEYS_READ),
  KEYS_WRITE(Permission.KEYS_WRITE),
  USERS_READ(Permission.USERS_READ),
  USERS_WRITE(Permission.USERS_WRITE),
  /** Everything, and what touches the installation itself. */
  OWNER(Permission.OWNER);

  private final Permission permission;

  Scope(Permission permission) {
    this.permission = permission;
  }

  /** Its name in credentials. */
  public String word() {
    return permission == null ? "" : permission.word();
  }

  public boolean heldBy(Caller caller) {
    return permission == null || caller.may(permission) || caller.may(Permission.OWNER);
  }

  @Override
  public void handle(RoutingContext ctx) {
    Caller caller = Exchange.caller(ctx);
    if (this == PUBLIC || caller != null && heldBy(caller)) {
      ctx.next();
      return;
    }
    ctx.fail(
        caller == null
            ? new ServiceFailure(FailureCode.UNAUTHENTICATED, Authentication.HOW)
            : new ServiceFailure(
                FailureCode.FORBIDDEN,
                "This needs the scope '" + word() + "', which the credential does not hold"));
  }
}
