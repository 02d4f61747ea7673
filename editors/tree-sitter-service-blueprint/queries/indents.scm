(block) @indent.begin @indent
(block "}" @indent.end @indent.branch @outdent)
(text) @indent.ignore
