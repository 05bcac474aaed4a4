/** What an operator has to do with: refusals to start, log lines, health and metrics, a shutdown that loses nothing. */
@NullMarked
package org.relais.shell.operation;

import org.jspecify.annotations.NullMarked;
