/** The screens of the agenda: the calendar, groups, and a person's appointments on the record page. */
@ApplicationModule(
        displayName = "Agenda screens",
        allowedDependencies = {
            "shared",
            "centre",
            "staff",
            "access",
            "person",
            "uikit",
            "record",
            "record :: page",
            "agenda"
        })
@NullMarked
package org.relais.agenda.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
