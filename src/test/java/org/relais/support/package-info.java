/** What tests stand on: a database of their own, and a view on every statement that reaches it. */
@NullMarked
package org.relais.support;

import org.jspecify.annotations.NullMarked;
