package io.moneyprinter.codecs.config;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Topic;
import java.time.Duration;

/** Everything the config service answers and says. */
public final class ConfigMessages {
  public static final Endpoint<GetSetting, Setting> GET =
      new Endpoint<>("config.get", GetSetting.class, Setting.class);

  public static final Endpoint<PutSetting, Setting> PUT =
      new Endpoint<>("config.put", PutSetting.class, Setting.class);

  public static final Endpoint<ListSettings, SettingList> LIST =
      new Endpoint<>("config.list", ListSettings.class, SettingList.class);

  public static final Topic<Setting> CHANGED = new Topic<>("config.changed", Setting.class);

  public static final Endpoint<ListOutside, OutsideServices> OUTSIDE =
      new Endpoint<>("config.outside", ListOutside.class, OutsideServices.class);

  public static final Endpoint<ChangeOutside, OutsideService> CHANGE_OUTSIDE =
      new Endpoint<>("config.change-outside", ChangeOutside.class, OutsideService.class);

  /** Waits for an outside service. */
  public static final Endpoint<TestOutside, OutsideTest> TEST_OUTSIDE =
      new Endpoint<>(
          "config.test-outside", TestOutside.class, OutsideTest.class, Duration.ofSeconds(40));

  /** For nodes only: keys are in it. */
  public static final Endpoint<GetEntered, EnteredSettings> ENTERED =
      new Endpoint<>("config.entered", GetEntered.class, EnteredSettings.class);

  public static final Topic<SettingsEntered> SETTINGS_ENTERED =
      new Topic<>("config.settings-entered", SettingsEntered.class);

  public static final Endpoint<ListNodeSettings, NodeSettingList> NODE_SETTINGS =
      new Endpoint<>("config.node-settings", ListNodeSettings.class, NodeSettingList.class);

  private ConfigMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("config.Setting.v1", Setting.class);
    types.add("config.SettingList.v1", SettingList.class);
    types.add("config.OutsideServices.v1", OutsideServices.class);
    types.add("config.OutsideService.v1", OutsideService.class);
    types.add("config.OutsideTest.v1", OutsideTest.class);
    types.add("config.EnteredSettings.v1", EnteredSettings.class);
    types.add("config.SettingsEntered.v1", SettingsEntered.class);
    types.add("config.NodeSettingList.v1", NodeSettingList.class);
    types.add(OUTSIDE, "config.ListOutside.v1");
    types.add(CHANGE_OUTSIDE, "config.ChangeOutside.v1");
    types.add(TEST_OUTSIDE, "config.TestOutside.v1");
    types.add(ENTERED, "config.GetEntered.v1");
    types.add(NODE_SETTINGS, "config.ListNodeSettings.v1");
    types.add(GET, "config.GetSetting.v1");
    types.add(PUT, "config.PutSetting.v1");
    types.add(LIST, "config.ListSettings.v1");
  }
}
