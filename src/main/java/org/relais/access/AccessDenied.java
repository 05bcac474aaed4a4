package org.relais.access;

import org.relais.shared.RelaisException;

/**
 * Access was refused, and the refusal logged. A person who does not exist, one who is not under one's care and one
 * who is protected get the same answer.
 */
public class AccessDenied extends RelaisException {

    private AccessDenied(String key) {
        super(key);
    }

    /** No care relation, or no such person. */
    static AccessDenied noRecord() {
        return new AccessDenied("access.denied.record");
    }

    /** The role never opens the section, whoever the person is. */
    static AccessDenied section() {
        return new AccessDenied("access.denied.section");
    }

    /** The grant is too old, or something it rests on has changed; it can be asked for again. */
    static AccessDenied outdated() {
        return new AccessDenied("access.denied.outdated");
    }

    /** The section is open, this one thing in it is its author's alone. */
    static AccessDenied authorOnly() {
        return new AccessDenied("access.denied.author-only");
    }

    /** The grant is for something else. */
    static AccessDenied beyondGrant() {
        return new AccessDenied("access.denied.section");
    }
}
