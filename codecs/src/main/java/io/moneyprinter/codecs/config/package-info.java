/**
 * Settings that are looked at and changed while nodes run, switches (flags), and the outside
 * services that the settings connect.
 */
package io.moneyprinter.codecs.config;
