/** The users service: accounts, logins, keys, roles and quotas. */
package io.moneyprinter.users;
