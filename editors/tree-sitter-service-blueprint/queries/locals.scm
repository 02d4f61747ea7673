(header (name) @local.definition)
(cell (name) @local.definition)
(ref (name) @local.reference)
(source_file) @local.scope
