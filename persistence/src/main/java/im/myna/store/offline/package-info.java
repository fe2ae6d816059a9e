/**
 * Messages that wait for somebody to come (RFC 6121, 8.5.2.2). Each account's box counts and numbers its letters under a lock
 * of its own row: the limit holds whoever writes at the same time, and no letter is looked at to count them.
 */
package im.myna.store.offline;
