package io.moneyprinter.gateway.events;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** Streams of events. */
public record EventConfig(
    @Setting(doc = "Time between signs of life on a quiet stream or socket.", value = "15s")
        Duration heartbeat,
    @Setting(
            doc = "Most jobs followed at once over one gateway instance, counted by reader.",
            value = "2000",
            min = 1,
            max = 100_000)
        int streams,
    @Setting(
            doc = "Most WebSockets open at once on one gateway instance.",
            value = "1000",
            min = 1,
            max = 100_000)
        int sockets,
    @Setting(
            doc = "Most jobs followed at once over one WebSocket.",
            value = "32",
            min = 1,
            max = 1_000)
        int subscriptions,
    @Setting(
            doc = "Most messages taken from one WebSocket in ten seconds.",
            value = "100",
            min = 1,
            max = 10_000)
        int messages) {}
