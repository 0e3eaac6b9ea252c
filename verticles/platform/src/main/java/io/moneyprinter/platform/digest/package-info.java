/** Names made of content. */
package io.moneyprinter.platform.digest;
