package org.relais.rules;

import java.util.function.Consumer;

/**
 * A kind of rule, owned by one room and declared by it as a bean.
 *
 * @param folder the folder under {@code rules/} that holds the kind's YAML files, one file per code and version
 * @param type the record a file is read into; unknown properties are refused
 * @param validation throws IllegalArgumentException with the reason when a file makes no sense
 */
public record RuleKind<T extends Rule>(String folder, Class<T> type, Consumer<T> validation) {}
