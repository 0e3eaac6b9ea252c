/** The studio: the pages for people, handed out with the policy that protects them. */
package io.moneyprinter.gateway.page;
