package org.relais.worklist;

import org.relais.shared.PersonId;
import org.relais.shared.TaskId;

/** What closing a task needs to know of it. */
record OpenTask(TaskId id, PersonId person, boolean assigned) {}
