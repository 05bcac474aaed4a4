/** What stands in {@code docker/}, proven without a container: the real proxy, real nodes, the files themselves. */
@NullMarked
package org.relais.deployment;

import org.jspecify.annotations.NullMarked;
