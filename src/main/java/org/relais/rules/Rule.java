package org.relais.rules;

/** One version of one rule file. Every rule says what it is, which version, and who stands behind it. */
public interface Rule {

    RuleHeader rule();
}
