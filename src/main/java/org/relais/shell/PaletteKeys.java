package org.relais.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Moves the choice among the options inside it by the arrow keys and opens it by Enter, without a round trip. */
@Tag("relais-palette-keys")
@JsModule("context://scripts/relais-palette-keys.js")
final class PaletteKeys extends HtmlContainer {}
