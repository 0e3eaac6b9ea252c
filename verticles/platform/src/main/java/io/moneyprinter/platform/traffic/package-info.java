/** How many messages go between services, for the map that operators see. */
package io.moneyprinter.platform.traffic;
