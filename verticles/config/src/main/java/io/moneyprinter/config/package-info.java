/** The settings service: what operators enter while nodes run. */
package io.moneyprinter.config;
