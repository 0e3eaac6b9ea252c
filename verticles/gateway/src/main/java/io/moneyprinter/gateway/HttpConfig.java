package io.moneyprinter.gateway;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.List;

/** The HTTP server. */
public record HttpConfig(
    @Setting(
            doc = "Address to listen on; 0.0.0.0 for all, which only auth: required makes safe.",
            value = "127.0.0.1")
        String host,
    @Setting(
            doc = "TCP port to listen on, 0 for any free one.",
            value = "8000",
            min = 0,
            max = 65_535)
        int port,
    @Setting(doc = "Largest request body that is read.", value = "256KB") DataSize bodyLimit,
    @Setting(
            doc = "Largest batch that is read; orchestration.batch.max-size limits it as well.",
            value = "8MB")
        DataSize batchLimit,
    @Setting(
            doc =
                "Largest piece of music that is uploaded; materials.music limits its length as"
                    + " well.",
            value = "64MB")
        DataSize musicLimit,
    @Setting(
            doc =
                "Addresses, or networks such as 10.0.0.0/8, of proxies in front of this node; only"
                    + " they are believed in X-Forwarded-For.",
            value = "")
        List<String> trustedProxies,
    @Setting(
            doc = "Whether HTTP/2 without TLS is spoken too, for proxies that use it behind them.",
            value = "false")
        boolean h2c,
    @Setting(doc = "How long a stopping node waits for requests in flight.", value = "10s")
        Duration drain) {}
