/** What administrators changed of the settings. What a setting means is known elsewhere: here it has a name and a text. */
package im.myna.store.setting;
