/**
 * The TCP door: sockets and TLS by Netty, inside the container by JCA.
 *
 * <p>Nothing here holds an object of the application past {@code endpointDeactivation}: the adapter can stand alone, and what
 * it held would keep the undeployed application in memory.
 *
 * <p>The event loops are container threads: each is one long-lived JCA Work, so that an endpoint can be called on it directly.
 */
package im.myna.socket;
