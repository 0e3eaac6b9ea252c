package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.config.FlagState;
import io.moneyprinter.codecs.config.ListSettings;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows what may be switched while nodes run, and how it is; {@link ConfigRoutes} changes it. */
public final class FlagRoutes {
  /**
   * One switch.
   *
   * @param key of the setting by which it is changed
   * @param except tenants for which the opposite holds
   * @param version of the setting; 0 while nobody has set it
   * @param changedBy {@code null} while nobody has
   */
  record FlagView(
      String name,
      String key,
      String doc,
      boolean on,
      List<String> except,
      int version,
      Instant changedAt,
      String changedBy) {}

  private record FlagList(List<FlagView> flags) {}

  private final EventBus bus;

  public FlagRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/admin/flags", Scope.OWNER, this::list);
  }

  private Future<?> list(RoutingContext ctx) {
    return ConfigMessages.LIST
        .ask(bus, new ListSettings(Flag.PREFIX), Exchange.call(ctx))
        .compose(
            found -> {
              Map<String, Setting> set =
                  found.settings().stream()
                      .collect(Collectors.toMap(Setting::key, Function.identity()));
              return Json.answer(
                  ctx,
                  200,
                  new FlagList(
                      Arrays.stream(Flag.values())
                          .map(flag -> view(flag, set.get(flag.key())))
                          .toList()));
            });
  }

  private static FlagView view(Flag flag, Setting set) {
    FlagState state =
        set == null ? FlagState.USUAL : FlagState.read(set.value()).orElse(FlagState.USUAL);
    return new FlagView(
        flag.word(),
        flag.key(),
        flag.doc(),
        state.on(),
        state.except(),
        set == null ? 0 : set.version(),
        set == null ? null : set.changedAt(),
        set == null ? null : set.changedBy());
  }
}
