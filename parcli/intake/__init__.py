"""From a document to a draft: readers → blocks → recognisers → draft."""
