/** Commands, form by form. What a command does stands with its feature; here is only how it is called. */
package im.myna.feature.xep0050_commands;
