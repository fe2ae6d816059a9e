/** The last word of those who left (RFC 6121, 4.3.2). One row for each account, overwritten each time: nobody's history is kept. */
package im.myna.store.presence;
