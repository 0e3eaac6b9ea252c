/** What refuses requests that no honest client sends, before anything else looks at them. */
package io.moneyprinter.gateway.firewall;
