/**
 * Who somebody is, in the two formats of XMPP: vcard-temp (XEP-0054) and vCard4 (RFC 6351, XEP-0292). A card keeps the format in
 * which it was written; the other one is made of it when somebody asks, so whoever wrote it gets back every word.
 */
package im.myna.vcard;
