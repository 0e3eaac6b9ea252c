package io.moneyprinter.config.outside;

import io.moneyprinter.codecs.config.NodeSetting;
import java.util.List;
import java.util.Map;

/** The settings that this node was started with, and what they would be with others on top. */
public interface NodeSettings {
  /** Origin of what was entered while the node runs. */
  String ENTERED = "entered in the studio";

  /** Of nodes that were started by hand, as in tests: there is nothing to show. */
  NodeSettings NONE =
      new NodeSettings() {
        @Override
        public String environment() {
          return "development";
        }

        @Override
        public List<NodeSetting> list(Map<String, String> entered) {
          return List.of();
        }

        @Override
        public List<OutsideProfile> outside(Map<String, String> entered) {
          return List.of();
        }

        @Override
        public boolean locked(String key) {
          return false;
        }
      };

  /** Such as {@code production}. */
  String environment();

  /** Every setting as it holds with these on top. */
  List<NodeSetting> list(Map<String, String> entered);

  /**
   * The outside services as they are with these settings on top. Blocking: secrets that settings
   * refer to are fetched.
   *
   * @throws io.moneyprinter.codecs.bus.ServiceFailure {@code INVALID} saying what cannot be used
   */
  List<OutsideProfile> outside(Map<String, String> entered);

  /** Whether the setting stands where nothing entered goes on top of it. */
  boolean locked(String key);
}
