package io.moneyprinter.codecs.monitoring;

/**
 * What a node's process and machine are busy with.
 *
 * @param cpu share of the machine's processors that the process uses, 0 to 1; negative while it is
 *     not known
 * @param machineCpu the same of all processes
 * @param cores processors that the process may use
 * @param heapUsed bytes of the Java heap in use
 * @param heapMost bytes that the heap may grow to
 * @param memoryFree bytes of the machine's memory that are free
 * @param memoryTotal bytes of the machine's memory
 * @param diskFree bytes free where the node keeps its data
 * @param diskTotal bytes of that disk
 */
public record NodeLoad(
    double cpu,
    double machineCpu,
    int cores,
    long heapUsed,
    long heapMost,
    long memoryFree,
    long memoryTotal,
    long diskFree,
    long diskTotal) {}
