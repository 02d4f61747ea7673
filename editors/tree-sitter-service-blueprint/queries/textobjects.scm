(statement) @class.outer @class.around
(statement (block) @class.inner @class.inside)
(attribute) @parameter.outer @parameter.around @parameter.inside
(comment) @comment.outer @comment.around
