/**
 * Tokens that stand for an account's password. Only their SHA-256 is kept: they are random and long, so nobody finds one by trying,
 * and who reads the table cannot log in.
 */
package im.myna.store.token;
