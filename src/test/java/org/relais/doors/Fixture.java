package org.relais.doors;

import org.relais.person.RegisterPerson;
import org.relais.record.Draft;
import org.relais.shared.AlertId;
import org.relais.shared.ContactId;
import org.relais.shared.EntryId;
import org.relais.shared.EpisodeId;
import org.relais.shared.PersonId;
import org.relais.shared.ProcessNoteId;
import org.relais.shared.RelativeId;
import org.relais.shared.StepId;
import org.relais.support.House;

/** The rows a door is tried on: a person of one centre and one of everything about them. */
record Fixture(
        House.Place home,
        PersonId person,
        RegisterPerson registration,
        EpisodeId episode,
        AlertId alert,
        ContactId contact,
        RelativeId relative,
        EntryId note,
        Draft draft,
        ProcessNoteId processNote,
        StepId step) {}
