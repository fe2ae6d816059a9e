/** Looked at from inside: these tests run in the application, in Payara Micro, beside the beans that they use. */
package im.myna.container;
