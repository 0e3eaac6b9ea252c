package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.GetSetting;
import io.moneyprinter.codecs.config.ListSettings;
import io.moneyprinter.codecs.config.PutSetting;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.JsonTree;
import io.moneyprinter.gateway.http.Query;
import io.moneyprinter.gateway.http.VersionTag;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Reads and writes settings that may change while nodes run; the version is the tag. */
public final class ConfigRoutes {
  private static final Pattern KEY = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final int MAX_KEY = 128;

  /** A setting with its value as JSON, not as text that holds JSON. */
  private record SettingView(
      String key, @JsonRawValue String value, int version, Instant changedAt, String changedBy) {}

  private record Views(List<SettingView> settings) {}

  private final EventBus bus;

  public ConfigRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/configs", Scope.OWNER, this::list);
    api.get("/v1/configs/:key", Scope.OWNER, this::get);
    api.put("/v1/configs/:key", Scope.OWNER, this::put);
  }

  private Future<?> list(RoutingContext ctx) {
    return ConfigMessages.LIST
        .ask(bus, new ListSettings(Query.text(ctx, "prefix").orElse("")), Exchange.call(ctx))
        .map(found -> new Views(found.settings().stream().map(ConfigRoutes::view).toList()))
        .compose(views -> Json.answer(ctx, 200, views));
  }

  private Future<?> get(RoutingContext ctx) {
    return setting(ctx).compose(setting -> Json.answer(ctx, tagOf(setting), view(setting)));
  }

  private Future<?> put(RoutingContext ctx) {
    JsonBody.requireJson(ctx);
    String key = key(ctx);
    String value = JsonTree.read(ctx.body().buffer()).toString();
    return VersionTag.expected(ctx, () -> setting(ctx).map(Setting::version))
        .compose(expected -> put(ctx, new PutSetting(key, value, expected)));
  }

  private Future<?> put(RoutingContext ctx, PutSetting change) {
    return ConfigMessages.PUT
        .ask(bus, change, Exchange.call(ctx))
        .recover(cause -> VersionTag.refused(cause, change.expectedVersion()))
        .compose(
            setting -> {
              ctx.response().putHeader("ETag", tagOf(setting));
              return Json.answer(ctx, 200, view(setting));
            });
  }

  private Future<Setting> setting(RoutingContext ctx) {
    return ConfigMessages.GET.ask(bus, new GetSetting(key(ctx)), Exchange.call(ctx));
  }

  private static String key(RoutingContext ctx) {
    String key = ctx.pathParam("key");
    if (key.length() > MAX_KEY || !KEY.matcher(key).matches()) {
      throw Query.wrong("key", "must be dotted and lower case, such as video.watermark");
    }
    return key;
  }

  private static String tagOf(Setting setting) {
    return VersionTag.of(setting.version());
  }

  private static SettingView view(Setting setting) {
    return new SettingView(
        setting.key(),
        setting.value(),
        setting.version(),
        setting.changedAt(),
        setting.changedBy());
  }
}
