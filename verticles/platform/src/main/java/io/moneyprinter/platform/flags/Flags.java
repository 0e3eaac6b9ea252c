package io.moneyprinter.platform.flags;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.config.FlagState;
import io.moneyprinter.codecs.config.ListSettings;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the flags are set now. A change is heard of at once; what was missed is read again after half
 * a minute. Until the config service has answered, and for a node without one, every flag is as it
 * usually is. Safe from any thread.
 */
public final class Flags {
  private static final Logger LOG = LoggerFactory.getLogger(Flags.class);
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(2);

  private record Known(FlagState state, int version) {}

  private final Vertx vertx;
  private final Map<Flag, Known> known = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  private Flags(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Those of a service, followed until it stops. */
  public static Flags follow(ServiceScope scope) {
    Flags flags = new Flags(scope.vertx());
    scope.listen(ConfigMessages.CHANGED, flags::hear);
    scope.onClose(
        () -> {
          flags.open = false;
          return Future.succeededFuture();
        });
    flags.read();
    return flags;
  }

  /**
   * Whether it is on.
   *
   * @param tenant for whom; {@code null} where there is none yet
   */
  public boolean on(Flag flag, String tenant) {
    Known found = known.get(flag);
    return (found == null ? FlagState.USUAL : found.state()).on(tenant);
  }

  private void read() {
    ConfigMessages.LIST
        .ask(
            vertx.eventBus(),
            new ListSettings(Flag.PREFIX),
            CallContext.system(CallContext.LOCAL_TENANT))
        .onSuccess(found -> found.settings().forEach(this::hear))
        .onFailure(cause -> LOG.debug("The flags are not known yet: {}", cause.getMessage()))
        .onComplete(done -> later(done.succeeded() ? AGAIN : SOON));
  }

  private void later(Duration pause) {
    if (open) {
      vertx.setTimer(
          pause.toMillis(),
          now -> {
            if (open) {
              read();
            }
          });
    }
  }

  private void hear(Setting setting) {
    Flag.ofKey(setting.key())
        .ifPresent(
            flag ->
                FlagState.read(setting.value())
                    .ifPresent(
                        state ->
                            known.merge(
                                flag,
                                new Known(state, setting.version()),
                                (old, fresh) -> fresh.version() < old.version() ? old : fresh)));
  }
}
