package io.moneyprinter.config.outside;

import io.moneyprinter.codecs.config.NodeSetting;
import io.moneyprinter.codecs.config.OutsideField;
import io.moneyprinter.codecs.config.OutsideService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Outside services as they are shown: never with a key. */
final class OutsideView {
  private final NodeSettings node;
  private final Map<String, String> entered;
  private final Map<String, NodeSetting> holding;

  OutsideView(NodeSettings node, Map<String, String> entered) {
    this.node = node;
    this.entered = entered;
    this.holding =
        node.list(entered).stream()
            .collect(Collectors.toMap(NodeSetting::key, Function.identity(), (one, other) -> one));
  }

  List<OutsideService> of(List<OutsideProfile> profiles) {
    return profiles.stream().map(this::of).toList();
  }

  private OutsideService of(OutsideProfile profile) {
    return new OutsideService(
        profile.name(),
        profile.kind(),
        profile.title(),
        profile.ready(),
        profile.keyed(),
        profile.question().isPresent(),
        profile.fields().stream().map(field -> field(profile, field)).toList());
  }

  private OutsideField field(OutsideProfile profile, String name) {
    String key = profile.setting(name);
    Optional<NodeSetting> found = Optional.ofNullable(holding.get(key));
    return new OutsideField(
        name,
        key,
        found.map(NodeSetting::value).orElse(null),
        found.map(NodeSetting::origin).orElse(null),
        found.map(NodeSetting::secret).orElse(name.equals(OutsideProfile.KEY)),
        found.map(NodeSetting::present).orElse(false),
        entered.containsKey(key),
        node.locked(key));
  }
}
