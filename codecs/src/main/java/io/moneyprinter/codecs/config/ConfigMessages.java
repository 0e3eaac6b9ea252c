package io.moneyprinter.codecs.config;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Topic;

/** Everything the config service answers and says. */
public final class ConfigMessages {
  public static final Endpoint<GetSetting, Setting> GET =
      new Endpoint<>("config.get", GetSetting.class, Setting.class);

  public static final Endpoint<PutSetting, Setting> PUT =
      new Endpoint<>("config.put", PutSetting.class, Setting.class);

  public static final Endpoint<ListSettings, SettingList> LIST =
      new Endpoint<>("config.list", ListSettings.class, SettingList.class);

  public static final Topic<Setting> CHANGED = new Topic<>("config.changed", Setting.class);

  private ConfigMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("config.Setting.v1", Setting.class);
    types.add("config.SettingList.v1", SettingList.class);
    types.add(GET, "config.GetSetting.v1");
    types.add(PUT, "config.PutSetting.v1");
    types.add(LIST, "config.ListSettings.v1");
  }
}
