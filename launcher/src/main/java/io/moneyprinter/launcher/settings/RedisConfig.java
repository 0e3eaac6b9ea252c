package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.settings.Setting;

/** Where Redis is. */
public record RedisConfig(
    @Setting(
            doc = "embedded: a Redis of our own under the data folder; external: the server below",
            value = "embedded")
        EngineMode mode,
    @Setting(
            doc = "The external server, redis://[:password@]host:port[/database]",
            value = "redis://127.0.0.1:6379",
            secret = true)
        String uri) {}
