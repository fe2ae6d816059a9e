/** Addresses (RFC 7622): a Jid that exists is valid, because it is prepared when it is made. */
package im.myna.jid;
