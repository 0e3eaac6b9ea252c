/** Which nodes and services there are. */
package io.moneyprinter.platform.discovery;
