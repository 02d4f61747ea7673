// Written by `python -m tools.build_highlighters` out of the grammar of the language. After it has changed:
// tree-sitter generate
module.exports = grammar({
  name: 'service_blueprint',

  extras: ($) => [/[ \u0009\u000d\u000a\u000c\v\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/, $.comment],

  // Whether a line end ends the statement; the second is valid only after a mistake, where all is tried.
  externals: ($) => [$._line_end, $._after_a_mistake],

  word: ($) => $.name,

  rules: {
    source_file: ($) => optional($._body),

    _body: ($) => choice(seq(repeat1($._entry), optional($._last)), $._last),

    _entry: ($) => choice(';', alias($._with_block, $.statement), seq($._last, choice(';', $._line_end))),

    _last: ($) => alias($._without_block, $.statement),

    _without_block: ($) => $._statement,

    _with_block: ($) => seq($._statement, $.block),

    block: ($) => seq('{', optional($._body), '}'),

    _statement: ($) => choice(choice($.header, alias($.header_phase, $.phase)), $.cell, $.timed, $.fail, $.when, $.metric, $.use, $.link, $.arrow, $.attributes),

    header: ($) => choice($.head_keyword, seq($.head_keyword, $.text, $._header_star_0), seq($.head_keyword, $.text), seq($.head_keyword, $.name, $._header_star_0), seq($.head_keyword, $.name), seq($.head_keyword, $.name, $.text, $._header_star_0), seq($.head_keyword, $.name, $.text), $.phase_keyword, seq($.phase_keyword, $.text, $._header_star_0), seq($.phase_keyword, $.text)),

    header_phase: ($) => choice(seq($.phase_keyword, $.kind), seq($.phase_keyword, $.kind, $.text, $._header_star_0), seq($.phase_keyword, $.kind, $.text), seq($.phase_keyword, $.kind, $.name, $._header_star_0), seq($.phase_keyword, $.kind, $.name), seq($.phase_keyword, $.kind, $.name, $.text, $._header_star_0), seq($.phase_keyword, $.kind, $.name, $.text)),

    kind: ($) => $.name,

    use: ($) => seq($.use_keyword, $.text),

    cell: ($) => choice(seq($.lane, $._header_star_0), $.lane, seq($.lane, $.text, $._header_star_0), seq($.lane, $.text), seq($.lane, $.name, $._header_star_0), seq($.lane, $.name), seq($.lane, $.name, $.text, $._header_star_0), seq($.lane, $.name, $.text), seq($.lane, $.cell_word, $.text, $._header_star_0), seq($.lane, $.cell_word, $.text), seq($.meanwhile_keyword, $.lane, $._header_star_0), seq($.meanwhile_keyword, $.lane), seq($.meanwhile_keyword, $.lane, $.text, $._header_star_0), seq($.meanwhile_keyword, $.lane, $.text), seq($.meanwhile_keyword, $.lane, $.name, $._header_star_0), seq($.meanwhile_keyword, $.lane, $.name), seq($.meanwhile_keyword, $.lane, $.name, $.text, $._header_star_0), seq($.meanwhile_keyword, $.lane, $.name, $.text), seq($.meanwhile_keyword, $.lane, $.cell_word, $.text, $._header_star_0), seq($.meanwhile_keyword, $.lane, $.cell_word, $.text)),

    lane: ($) => choice($.lane_keyword, $.name),

    cell_word: ($) => choice(alias($.duration_word, $.name), alias($.share_word, $.name), alias($.rate_word, $.name), alias($.money_word, $.name), alias($.price_word, $.name), alias($.date_word, $.name), alias($.number_word, $.name), alias($.signed_word, $.name), alias($.times_word, $.name), alias($.choice_word, $.name), alias($.flag_word, $.name)),

    timed: ($) => choice(seq($.timed_keyword, $._timed_star_1), $.timed_keyword, seq($.timed_keyword, $.text, $._timed_star_1), seq($.timed_keyword, $.text), seq($.meanwhile_keyword, $.timed_keyword, $._timed_star_1), seq($.meanwhile_keyword, $.timed_keyword), seq($.meanwhile_keyword, $.timed_keyword, $.text, $._timed_star_1), seq($.meanwhile_keyword, $.timed_keyword, $.text)),

    _timed_part: ($) => choice($.duration, $.attribute),

    fail: ($) => choice($.fail_keyword, seq($.fail_keyword, $._fail_mark, $._fail_star_2), seq($.fail_keyword, $._fail_mark), seq($.fail_keyword, $.text, $._fail_star_2), seq($.fail_keyword, $.text)),

    _fail_mark: ($) => choice($.share, $.severity_keyword, $.attribute),

    _fail_part: ($) => choice($._fail_mark, $.jump),

    when: ($) => choice($.when_keyword, seq($.when_keyword, $._when_mark, $._when_star_3), seq($.when_keyword, $._when_mark), seq($.when_keyword, $.text, $._when_star_3), seq($.when_keyword, $.text)),

    _when_mark: ($) => choice($.share, $.attribute),

    _when_part: ($) => choice($._when_mark, $.jump),

    jump: ($) => seq($.arrow_form, $.ref),

    metric: ($) => choice(seq($.metric_keyword, $._metric_name, $._header_star_0), seq($.metric_keyword, $._metric_name), seq($.metric_keyword, $._metric_name, $.comparison, $._amount, $._header_star_0), seq($.metric_keyword, $._metric_name, $.comparison, $._amount)),

    _metric_name: ($) => choice($.name, $.text),

    link: ($) => choice(seq(alias($.start_ref, $.ref), $.arrow_form, $.ref), seq(alias($.start_ref, $.ref), $.arrow_form, $.ref, $.text)),

    arrow: ($) => choice(seq($.arrow_form, $.ref), seq($.arrow_form, $.ref, $.text)),

    attributes: ($) => $._header_star_0,

    attribute: ($) => choice($.flag_word, seq($.text_word, $.text), seq($.unmet_keyword, $.because_keyword, $.text), seq($.by_keyword, $._performers), seq($.for_keyword, $._refs), seq($.refs_word, $._refs), seq($.ref_word, $.ref), seq($.owner_word, $._owner), seq($.words_word, $._words), seq($.choice_word, $.name), seq($.version_word, $._version), seq($.number_word, $.number), seq($.signed_word, $.signed), seq($.share_word, $.share), seq($.duration_word, $.duration), seq($.rate_word, $.rate), seq($.money_word, $.money), seq($.price_word, $._price), seq($.date_word, $.date), seq($.times_word, $.times), seq($.actual_keyword, $._amount), seq($.proxy_keyword, $.for_keyword, $.text)),

    _performers: ($) => choice(seq($.ref, $._performers_star_4), $.ref),

    _refs: ($) => choice(seq($.ref, $._refs_star_5), $.ref),

    _words: ($) => choice(seq($._item, $._words_star_6), $._item),

    _item: ($) => choice($.name, $.text),

    _owner: ($) => choice($.ref, $.text),

    _version: ($) => choice($.name, $.number, $.text, $.date),

    _price: ($) => choice($.money, $.rate),

    _amount: ($) => choice($.number, alias($.signed_only, $.signed), $.share, $.score, alias($.single, $.duration), $.date, alias($.currency, $.money), $.rate),

    number: ($) => $.number_form,

    signed: ($) => choice($.signed_form, $.number_form),

    signed_only: ($) => $.signed_form,

    share: ($) => $.share_form,

    score: ($) => $.score_form,

    date: ($) => $.date_form,

    single: ($) => $.duration_form,

    duration: ($) => choice($.duration_form, seq($.duration_form, $.range, $.duration_form), seq($.duration_form, $.range, $.duration_form, $.range, $.duration_form), seq($.duration_form, $.plus_minus, $.duration_form)),

    currency: ($) => seq($.number_form, $.currency_form),

    money: ($) => choice($.number_form, seq($.number_form, $.currency_form)),

    rate: ($) => choice(seq($.number_form, $.per), seq($.number_form, $.currency_form, $.per), seq($.duration_form, $.per)),

    times: ($) => choice(seq($.number_form, $.times_keyword), seq($.number_form, $.range, $.number_form, $.times_keyword)),

    ref: ($) => choice(seq($._referred, $._ref_star_7), $._referred),

    start_ref: ($) => choice(seq($._any_word, $._ref_star_7), $._any_word),

    _header_star_0: ($) => choice($.attribute, seq($._header_star_0, $.attribute)),

    _timed_star_1: ($) => choice($._timed_part, seq($._timed_star_1, $._timed_part)),

    _fail_star_2: ($) => choice($._fail_part, seq($._fail_star_2, $._fail_part)),

    _when_star_3: ($) => choice($._when_part, seq($._when_star_3, $._when_part)),

    _performers_star_4: ($) => choice(seq($.comma, $.ref), seq($.or_keyword, $.ref), seq($._performers_star_4, $.comma, $.ref), seq($._performers_star_4, $.or_keyword, $.ref)),

    _refs_star_5: ($) => choice(seq($.comma, $.ref), seq($._refs_star_5, $.comma, $.ref)),

    _words_star_6: ($) => choice(seq($.comma, $._item), seq($._words_star_6, $.comma, $._item)),

    _ref_star_7: ($) => choice(seq($.dot, $._referred), seq($._ref_star_7, $.dot, $._referred)),

    _any_word: ($) => choice($._referred, alias($.head_keyword, $.name), alias($.phase_keyword, $.name), alias($.use_keyword, $.name), alias($.lane_keyword, $.name), alias($.meanwhile_keyword, $.name), alias($.timed_keyword, $.name), alias($.fail_keyword, $.name), alias($.when_keyword, $.name), alias($.metric_keyword, $.name), alias($.unmet_keyword, $.name), alias($.by_keyword, $.name), alias($.for_keyword, $.name), alias($.flag_word, $.name), alias($.text_word, $.name), alias($.refs_word, $.name), alias($.ref_word, $.name), alias($.owner_word, $.name), alias($.words_word, $.name), alias($.choice_word, $.name), alias($.version_word, $.name), alias($.number_word, $.name), alias($.signed_word, $.name), alias($.share_word, $.name), alias($.duration_word, $.name), alias($.rate_word, $.name), alias($.money_word, $.name), alias($.price_word, $.name), alias($.date_word, $.name), alias($.times_word, $.name), alias($.actual_keyword, $.name), alias($.proxy_keyword, $.name)),

    _referred: ($) => choice($.name, $.reserved),

    reserved: ($) => choice('start', 'end', 'next', 'again'),

    head_keyword: ($) => choice('blueprint', 'library', 'persona', 'role', 'system', 'partner', 'channel', 'package', 'insight', 'policy', 'lane', 'scenario', 'need', 'core', 'facilitating', 'enhancing', 'step', 'decision', 'recovery', 'parallel', 'branch'),

    phase_keyword: ($) => 'phase',

    use_keyword: ($) => 'use',

    lane_keyword: ($) => choice('evidence', 'customer', 'frontstage', 'backstage', 'support'),

    meanwhile_keyword: ($) => 'meanwhile',

    timed_keyword: ($) => choice('wait', 'pause'),

    fail_keyword: ($) => 'fail',

    when_keyword: ($) => 'when',

    metric_keyword: ($) => 'metric',

    flag_word: ($) => choice('must', 'should', 'could', 'digital', 'offstage', 'moment-of-truth'),

    text_word: ($) => choice('client', 'job', 'summary', 'note', 'link', 'quote', 'empowered', 'vendor', 'guarantee', 'source', 'outcome', 'utility', 'warranty', 'line', 'notice', 'trigger', 'pain', 'idea', 'standard'),

    refs_word: ($) => choice('via', 'using', 'meets', 'under', 'insights', 'includes'),

    ref_word: ($) => choice('of', 'reports', 'below', 'above', 'at', 'escalates'),

    owner_word: ($) => 'owner',

    words_word: ($) => choice('skills', 'tags'),

    choice_word: ($) => choice('kind', 'state', 'currency', 'terms', 'status', 'latitude', 'as'),

    version_word: ($) => 'version',

    number_word: ($) => choice('staff', 'sample'),

    signed_word: ($) => 'emotion',

    share_word: ($) => choice('share', 'availability', 'optional'),

    duration_word: ($) => choice('takes', 'acceptable', 'within', 'every'),

    rate_word: ($) => choice('demand', 'hours', 'workdays', 'rate', 'uses'),

    money_word: ($) => choice('cost', 'pays'),

    price_word: ($) => 'price',

    date_word: ($) => choice('date', 'review'),

    times_word: ($) => 'repeats',

    severity_keyword: ($) => choice('low', 'medium', 'high'),

    actual_keyword: ($) => 'actual',

    proxy_keyword: ($) => 'proxy',

    unmet_keyword: ($) => 'unmet',

    because_keyword: ($) => 'because',

    by_keyword: ($) => 'by',

    for_keyword: ($) => 'for',

    or_keyword: ($) => 'or',

    times_keyword: ($) => choice('times', 'time'),

    date_form: ($) => /[0-9]{4}-[0-9]{2}-[0-9]{2}/,

    score_form: ($) => /[0-9]+(\.[0-9]+)?\/[0-9]+(\.[0-9]+)?/,

    share_form: ($) => /[0-9]+(\.[0-9]+)?%/,

    duration_form: ($) => /([0-9]+(\.[0-9]+)?(wd|min|mo|[smhdwy]))+/,

    plus_minus: ($) => /±|\+-/,

    number_form: ($) => /[0-9]+(\.[0-9]+)?/,

    signed_form: ($) => /[+-][0-9]+(\.[0-9]+)?/,

    per: ($) => /\/(h|day|week|month|year)/,

    arrow_form: ($) => /->|~>|<->/,

    comparison: ($) => /<=|>=|<|>|=/,

    currency_form: ($) => /[A-Z]{3}/,

    range: ($) => /\.\./,

    text: ($) => token(choice(/"([^"\\\r\n]|\\[^\r\n])*"/, /"""([^"\\]|\\(.|\r|\n)|""?([^"\\]|\\(.|\r|\n)))*"""/)),

    name: ($) => /[\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{187f7}\u{18d00}-\u{18d08}\u{20000}-\u{2ebe0}\u{30000}-\u{323af}\p{Nl}\p{No}_](-?[\p{L}\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{17000}-\u{187f7}\u{18d00}-\u{18d08}\u{20000}-\u{2ebe0}\u{30000}-\u{323af}\p{M}\p{N}_\u200c\u200d])*/u,

    dot: ($) => /\./,

    comma: ($) => /,/,

    comment: ($) => /#[^\r\n]*/,
  },
});
