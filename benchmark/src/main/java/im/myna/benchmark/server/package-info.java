/**
 * Servers that the benchmark starts itself: each in a folder of its own that is gone afterwards, on ports that were free, on one core,
 * ended by its process number. They differ from what their packages install in ports and folders, and in that strangers may make
 * accounts and nothing is limited.
 */
package im.myna.benchmark.server;
