/**
 * Who may log in. The tables of all other subjects refer to the account by domain and localpart and are emptied with it: a
 * removed account leaves nothing that its next owner could read.
 */
package im.myna.store.account;
