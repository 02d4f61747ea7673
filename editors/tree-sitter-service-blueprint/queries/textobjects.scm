(statement) @class.outer
(statement (block) @class.inner)
(attribute) @parameter.outer
(comment) @comment.outer
