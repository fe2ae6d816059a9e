/** What can be configured: read once, checked, typed; a wrong value stops the start. */
package im.myna.settings;
