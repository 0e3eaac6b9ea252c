package io.moneyprinter.config.outside;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.ChangeOutside;
import io.moneyprinter.codecs.config.EnteredSettings;
import io.moneyprinter.codecs.config.GetEntered;
import io.moneyprinter.codecs.config.ListNodeSettings;
import io.moneyprinter.codecs.config.ListOutside;
import io.moneyprinter.codecs.config.NodeSettingList;
import io.moneyprinter.codecs.config.OutsideService;
import io.moneyprinter.codecs.config.OutsideServices;
import io.moneyprinter.codecs.config.OutsideTest;
import io.moneyprinter.codecs.config.SettingsEntered;
import io.moneyprinter.codecs.config.TestOutside;
import io.moneyprinter.config.entered.EnteredStore;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Shows how outside services are set up, takes what is entered for them, and tries them. */
public final class OutsideDesk {
  private final EnteredStore store;
  private final NodeSettings node;
  private final WorkerPools pools;
  private final ConnectionTest test;
  private final Consumer<SettingsEntered> announce;
  private final Supplier<String> subject;

  /**
   * @param announce tells the nodes
   * @param subject who makes the present call
   */
  public OutsideDesk(
      EnteredStore store,
      NodeSettings node,
      WorkerPools pools,
      ConnectionTest test,
      Consumer<SettingsEntered> announce,
      Supplier<String> subject) {
    this.store = store;
    this.node = node;
    this.pools = pools;
    this.test = test;
    this.announce = announce;
    this.subject = subject;
  }

  /** Answers {@link io.moneyprinter.codecs.config.ConfigMessages#OUTSIDE}. */
  public Future<OutsideServices> list(ListOutside request) {
    return store
        .all()
        .compose(
            entered ->
                profiles(entered)
                    .map(all -> new OutsideServices(new OutsideView(node, entered).of(all))));
  }

  /** Answers {@link io.moneyprinter.codecs.config.ConfigMessages#CHANGE_OUTSIDE}. */
  public Future<OutsideService> change(ChangeOutside request) {
    return store
        .all()
        .compose(
            entered ->
                named(request.name(), entered)
                    .compose(profile -> change(profile, request.settings(), entered)));
  }

  private Future<OutsideService> change(
      OutsideProfile profile, Map<String, String> settings, Map<String, String> entered) {
    EntryRules.check(profile, settings, node);
    Map<String, String> after = with(entered, profile, settings);
    // What could not be used would keep the nodes from starting: find out before it is kept.
    return named(profile.name(), after)
        .compose(
            changed ->
                store
                    .put(full(profile, settings), subject.get())
                    .onSuccess(
                        kept ->
                            announce.accept(
                                new SettingsEntered(List.copyOf(full(profile, settings).keySet()))))
                    .map(kept -> new OutsideView(node, after).of(List.of(changed)).get(0)));
  }

  /** Answers {@link io.moneyprinter.codecs.config.ConfigMessages#TEST_OUTSIDE}. */
  public Future<OutsideTest> test(TestOutside request) {
    return store
        .all()
        .compose(
            entered ->
                named(request.name(), entered)
                    .compose(
                        profile -> {
                          if (request.settings().isEmpty()) {
                            return Future.succeededFuture(profile);
                          }
                          EntryRules.check(profile, request.settings(), node);
                          return named(profile.name(), with(entered, profile, request.settings()));
                        }))
        .compose(test::run);
  }

  /** Answers {@link io.moneyprinter.codecs.config.ConfigMessages#ENTERED}. */
  public Future<EnteredSettings> entered(GetEntered request) {
    return store.all().map(EnteredSettings::new);
  }

  /** Answers {@link io.moneyprinter.codecs.config.ConfigMessages#NODE_SETTINGS}. */
  public Future<NodeSettingList> settings(ListNodeSettings request) {
    return store.all().map(entered -> new NodeSettingList(node.environment(), node.list(entered)));
  }

  private Future<OutsideProfile> named(String name, Map<String, String> entered) {
    return profiles(entered)
        .map(
            all ->
                all.stream()
                    .filter(profile -> profile.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                        () -> ServiceFailure.notFound("There is no outside service " + name)));
  }

  private Future<List<OutsideProfile>> profiles(Map<String, String> entered) {
    return pools.run(Pool.MEDIA, () -> node.outside(entered));
  }

  private static Map<String, String> with(
      Map<String, String> entered, OutsideProfile profile, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(entered);
    full(profile, settings)
        .forEach(
            (key, value) -> {
              if (value.isEmpty()) {
                all.remove(key);
              } else {
                all.put(key, value);
              }
            });
    return all;
  }

  private static Map<String, String> full(OutsideProfile profile, Map<String, String> settings) {
    Map<String, String> full = new HashMap<>();
    settings.forEach((field, value) -> full.put(profile.setting(field), value.strip()));
    return full;
  }
}
