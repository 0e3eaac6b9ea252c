/** Web push: notices that browsers show while no page is open (RFC 8030, 8188, 8291 and 8292). */
package io.moneyprinter.notification.push;
