package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import java.util.List;
import java.util.Locale;

/** Who this node takes the caller for, so that a page offers only what it may do. */
public final class CallerRoutes {
  private final AuthMode mode;

  public CallerRoutes(AuthMode mode) {
    this.mode = mode;
  }

  /**
   * What is answered.
   *
   * @param auth {@code local} or {@code required}
   * @param tenant null where no credential came and one is required
   * @param scopes the words of what the caller may do; {@code owner} stands for all
   */
  private record View(String auth, String tenant, String subject, List<String> scopes) {}

  public void mount(Api api) {
    api.get("/v1/caller", Scope.PUBLIC, ctx -> Json.answer(ctx, 200, view(Exchange.caller(ctx))));
  }

  private View view(Caller caller) {
    String auth = mode.name().toLowerCase(Locale.ROOT);
    return caller == null
        ? new View(auth, null, null, List.of())
        : new View(
            auth, caller.tenant(), caller.subject(), caller.scopes().stream().sorted().toList());
  }
}
