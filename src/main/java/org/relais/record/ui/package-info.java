/** The record page: identity strip, sections, composer, timeline, and what is due. It does not know its sections. */
@ApplicationModule(
        displayName = "Record page",
        allowedDependencies = {
            "shared",
            "centre",
            "staff",
            "access",
            "person",
            "episode",
            "worklist",
            "uikit",
            "record",
            "record :: page"
        })
@NullMarked
package org.relais.record.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
