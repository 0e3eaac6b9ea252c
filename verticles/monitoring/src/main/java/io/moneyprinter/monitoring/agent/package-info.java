/** What runs on every node, whatever its roles: it says how the node is, and lets it be steered. */
package io.moneyprinter.monitoring.agent;
