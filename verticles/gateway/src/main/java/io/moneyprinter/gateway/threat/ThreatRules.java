package io.moneyprinter.gateway.threat;

import io.moneyprinter.codecs.threat.ReportThreat;
import io.moneyprinter.codecs.threat.ThreatAct;
import io.moneyprinter.codecs.threat.ThreatKind;
import io.moneyprinter.gateway.http.ClientAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which rules a report touches. Nobody is locked by what others do from elsewhere: an account is
 * locked for the network only that the failures come from.
 */
final class ThreatRules {
  private static final int FIREWALL_WEIGHT = 5;
  private static final int LONGEST_NAME = 120;

  private final ThreatConfig config;

  ThreatRules(ThreatConfig config) {
    this.config = config;
  }

  static String ofAddress(InetAddress address) {
    return "address:" + ClientAddress.counted(address);
  }

  static String ofKey(String key) {
    return "key:" + name(key);
  }

  static String ofAccount(String account) {
    return "account:" + name(account);
  }

  static String ofAccount(String account, InetAddress address) {
    return ofAccount(account) + "@" + Networks.site(address);
  }

  private static String name(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\p{Cntrl}", "?");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }

  List<ThreatRule> of(ReportThreat report, InetAddress address) {
    List<ThreatRule> rules = new ArrayList<>(4);
    // This machine, or a proxy on it that was not named as trusted, would lock out everybody.
    boolean holdable = !address.isLoopbackAddress();
    switch (report.kind()) {
      case FAILED_LOGIN, FAILED_CREDENTIAL -> {
        if (holdable) {
          ofFailure(report, address, rules);
        }
        if (report.account() != null) {
          ofAccount(report.account(), address, rules);
        }
      }
      case NOT_FOUND, REFUSED -> {
        if (holdable) {
          int weight = report.kind() == ThreatKind.REFUSED ? FIREWALL_WEIGHT : 1;
          rules.add(
              rule(
                  ofAddress(address),
                  ThreatRule.SCANS,
                  weight,
                  config.scans(),
                  "scanner",
                  "asks for what is not there, or for what the firewall refuses"));
        }
      }
      case BRIDGE_ABUSE -> {
        if (holdable) {
          rules.add(
              rule(
                  ofAddress(address),
                  ThreatRule.BREACHES,
                  1,
                  config.breaches(),
                  "bridge-abuse",
                  "breaks the rules of WebSocket or bridge"));
        }
      }
      case KEY_USED -> {
        if (report.key() != null) {
          rules.add(
              new ThreatRule(
                  ofKey(report.key()),
                  ThreatRule.NETWORKS,
                  Networks.region(address),
                  1,
                  config.keyNetworks(),
                  config.window(),
                  config.lockKeys() ? ThreatAct.LOCK : ThreatAct.NOTIFY,
                  "impossible-travel",
                  "is used from many networks at once"));
        }
      }
    }
    return rules;
  }

  private void ofFailure(ReportThreat report, InetAddress address, List<ThreatRule> rules) {
    String subject = ofAddress(address);
    String reason = "fails to log in again and again";
    rules.add(rule(subject, ThreatRule.FAILURES, 1, config.failures(), "brute-force", reason));
    String name =
        report.account() != null
            ? ofAccount(report.account())
            : report.key() != null ? ofKey(report.key()) : null;
    if (name != null) {
      rules.add(
          new ThreatRule(
              subject,
              ThreatRule.NAMES,
              name,
              1,
              config.accounts(),
              config.window(),
              ThreatAct.LOCK,
              "credential-stuffing",
              "fails with many accounts or keys"));
    }
  }

  private void ofAccount(String account, InetAddress address, List<ThreatRule> rules) {
    rules.add(
        rule(
            ofAccount(account, address),
            ThreatRule.FAILURES,
            1,
            config.accountFailures(),
            "brute-force",
            "fails to log in from this network again and again"));
    rules.add(
        new ThreatRule(
            ofAccount(account),
            ThreatRule.FAILURES,
            null,
            1,
            config.accountTotal(),
            config.window(),
            ThreatAct.SLOW,
            "distributed-brute-force",
            "fails to log in from many places"));
  }

  private ThreatRule rule(
      String subject, String counter, int weight, int threshold, String pattern, String reason) {
    return new ThreatRule(
        subject,
        counter,
        null,
        weight,
        threshold,
        config.window(),
        ThreatAct.LOCK,
        pattern,
        reason);
  }
}
