package io.moneyprinter.codecs.monitoring;

/**
 * What a node runs on.
 *
 * @param host name of the machine
 * @param system operating system and architecture
 * @param java version and maker of the virtual machine
 * @param process id of the process
 */
public record NodeMachine(String host, String system, String java, long process) {}
