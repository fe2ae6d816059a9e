/** The ports between a peer and the server; behind a Link nobody can tell TCP, BOSH and WebSocket apart. */
package im.myna.link;
