/**
 * Contact lists (RFC 6121, 2), their versions (XEP-0237) and the requests to subscribe that wait for an answer (3.1.3). A
 * change and its version are one transaction: a client that was told a version can always be told what came after it.
 */
package im.myna.store.roster;
