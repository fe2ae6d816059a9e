/** SASL mechanisms as pure state machines: no input or output, no clock, no store. */
package im.myna.sasl;
