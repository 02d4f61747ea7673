(block) @indent.begin
(block "}" @indent.end @indent.branch)
(text) @indent.ignore
