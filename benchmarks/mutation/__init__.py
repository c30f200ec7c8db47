"""Parts of the mutation benchmark: documents, changes, copies, scores."""
