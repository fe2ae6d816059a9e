/** The TCP door: sockets and TLS by Netty, inside the container by JCA. */
package im.myna.socket;
