package org.vestibule.config.flow;

import org.vestibule.config.flow.document.FlowDocument;

/**
 * What a change makes of a flow.
 *
 * @param document the flow as it shall be
 * @param note what the list of versions says about the change
 * @param object the name of the part that was changed or made
 */
public record Edited(FlowDocument document, String note, String object) {}
