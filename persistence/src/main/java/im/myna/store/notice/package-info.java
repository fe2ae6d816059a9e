/** What is said to everybody of a domain who comes in, until it is taken back. */
package im.myna.store.notice;
