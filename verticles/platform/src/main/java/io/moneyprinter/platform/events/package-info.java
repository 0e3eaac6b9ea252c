/** Where events go for consumers outside the system. */
package io.moneyprinter.platform.events;
