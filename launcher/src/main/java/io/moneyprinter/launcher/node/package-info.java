/**
 * A running node: its engines, its place in the cluster, and the services that its roles deploy.
 */
package io.moneyprinter.launcher.node;
