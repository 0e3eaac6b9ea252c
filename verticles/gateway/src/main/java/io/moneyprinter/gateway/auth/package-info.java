/** Who is calling, and may it. */
package io.moneyprinter.gateway.auth;
