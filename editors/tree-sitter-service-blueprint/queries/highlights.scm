; Written by `python -m tools.build_highlighters` out of the grammar of the language.
(comment) @comment
[(fail_keyword) (head_keyword) (meanwhile_keyword) (metric_keyword) (phase_keyword) (timed_keyword) (use_keyword) (when_keyword)] @keyword
[(lane_keyword)] @type.builtin
[(actual_keyword) (because_keyword) (by_keyword) (choice_word) (date_word) (duration_word) (flag_word) (for_keyword) (money_word) (number_word) (or_keyword) (owner_word) (price_word) (proxy_keyword) (rate_word) (ref_word) (refs_word) (share_word) (signed_word) (text_word) (times_word) (unmet_keyword) (version_word) (words_word)] @property
[(severity_keyword)] @constant
[(currency_form) (date_form) (duration_form) (number_form) (per) (score_form) (share_form) (signed_form) (times_keyword)] @number
[(text)] @string
[(arrow_form) (comparison) (plus_minus) (range)] @operator
[(comma) (dot)] @punctuation.delimiter
["{" "}"] @punctuation.bracket
";" @punctuation.delimiter
(header (name) @type)
(phase (name) @type)
(cell (name) @type)
(cell_word (name) @type)
(kind (name) @constant)
(attribute (name) @constant)
(metric (name) @constant)
(reserved) @constant.builtin
(ref (name) @variable)
(lane (name) @variable)
