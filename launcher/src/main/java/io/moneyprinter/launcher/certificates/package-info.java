/** Certificates with which the nodes of a cluster know one another. */
package io.moneyprinter.launcher.certificates;
