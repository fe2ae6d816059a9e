/** Who the users are (XEP-0054). One row for each account, overwritten each time, with the hash of the photo beside the card. */
package im.myna.store.vcard;
