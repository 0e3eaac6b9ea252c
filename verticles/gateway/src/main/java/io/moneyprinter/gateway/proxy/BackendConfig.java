package io.moneyprinter.gateway.proxy;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A service that speaks HTTP, in whatever language, reached below /v1/services/. */
public record BackendConfig(
    @Setting(
            doc =
                "Its servers, such as http://10.0.0.5:9000, or http://10.0.0.5:9000*3 for a weight"
                    + " of 3; those that other nodes name are used as well.",
            value = "")
        List<String> servers,
    @Setting(doc = "How requests are spread over its servers.", value = "round-robin")
        Balance balance,
    @Setting(doc = "What the gateway shows of itself as X-Service-Key.", secret = true)
        Optional<String> key,
    @Setting(doc = "Longest time for a connection.", value = "2s") Duration connectTimeout,
    @Setting(doc = "Longest time until an answer begins.", value = "30s") Duration timeout,
    @Setting(
            doc = "Most other servers that are tried, where that is safe.",
            value = "1",
            min = 0,
            max = 5)
        int retries,
    @Setting(
            doc = "Failures in a row after which a server gets no requests for a while.",
            value = "3",
            min = 1,
            max = 100)
        int ejectAfter,
    @Setting(doc = "How long that is the first time; each further time longer.", value = "10s")
        Duration ejectFor) {}
