;;; service-blueprint-table.el --- Words and states of service blueprints -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Written by `python -m tools.build_highlighters' out of the grammar of the language.

;;; Code:

(defconst service-blueprint-table-classes
  '((?c . comment)
    (?s . string)
    (?k . keyword)
    (?l . lane)
    (?a . attribute)
    (?v . constant)
    (?n . number)
    (?o . operator)
    (?d . definition)
    (?r . reference)
    (?p . punctuation)
    (?i . invalid))
  "The classes of lexemes by the letters of `service-blueprint-table-rows'.")

(defconst service-blueprint-table-kinds
  '(ARROW
    COMMA
    COMPARISON
    CURRENCY
    DATE
    DOT
    DURATION
    NAME
    NUMBER
    PER
    PLUS_MINUS
    RANGE
    RESERVED
    SCORE
    SHARE
    SIGNED
    TEXT
    WORDS_0
    WORDS_1
    WORDS_2
    WORDS_3
    WORDS_4
    WORDS_5
    WORDS_6
    WORDS_7
    WORDS_8
    WORDS_9
    WORDS_10
    WORDS_11
    WORDS_12
    WORDS_13
    WORDS_14
    WORDS_15
    WORDS_16
    WORDS_17
    WORDS_18
    WORDS_19
    WORDS_20)
  "The columns of `service-blueprint-table-rows'.")

(defconst service-blueprint-table-words
  '(("again" . RESERVED)
    ("end" . RESERVED)
    ("next" . RESERVED)
    ("start" . RESERVED)
    ("blueprint" . WORDS_0)
    ("branch" . WORDS_0)
    ("channel" . WORDS_0)
    ("core" . WORDS_0)
    ("decision" . WORDS_0)
    ("enhancing" . WORDS_0)
    ("facilitating" . WORDS_0)
    ("insight" . WORDS_0)
    ("lane" . WORDS_0)
    ("library" . WORDS_0)
    ("need" . WORDS_0)
    ("package" . WORDS_0)
    ("parallel" . WORDS_0)
    ("partner" . WORDS_0)
    ("persona" . WORDS_0)
    ("policy" . WORDS_0)
    ("recovery" . WORDS_0)
    ("role" . WORDS_0)
    ("scenario" . WORDS_0)
    ("step" . WORDS_0)
    ("system" . WORDS_0)
    ("phase" . WORDS_1)
    ("fail" . WORDS_2)
    ("use" . WORDS_2)
    ("when" . WORDS_2)
    ("backstage" . WORDS_3)
    ("customer" . WORDS_3)
    ("evidence" . WORDS_3)
    ("frontstage" . WORDS_3)
    ("support" . WORDS_3)
    ("meanwhile" . WORDS_4)
    ("pause" . WORDS_5)
    ("wait" . WORDS_5)
    ("metric" . WORDS_6)
    ("acceptable" . WORDS_7)
    ("availability" . WORDS_7)
    ("cost" . WORDS_7)
    ("could" . WORDS_7)
    ("date" . WORDS_7)
    ("demand" . WORDS_7)
    ("digital" . WORDS_7)
    ("emotion" . WORDS_7)
    ("every" . WORDS_7)
    ("hours" . WORDS_7)
    ("moment-of-truth" . WORDS_7)
    ("must" . WORDS_7)
    ("offstage" . WORDS_7)
    ("optional" . WORDS_7)
    ("pays" . WORDS_7)
    ("price" . WORDS_7)
    ("rate" . WORDS_7)
    ("repeats" . WORDS_7)
    ("review" . WORDS_7)
    ("sample" . WORDS_7)
    ("share" . WORDS_7)
    ("should" . WORDS_7)
    ("staff" . WORDS_7)
    ("takes" . WORDS_7)
    ("uses" . WORDS_7)
    ("within" . WORDS_7)
    ("workdays" . WORDS_7)
    ("actual" . WORDS_8)
    ("client" . WORDS_8)
    ("empowered" . WORDS_8)
    ("guarantee" . WORDS_8)
    ("idea" . WORDS_8)
    ("job" . WORDS_8)
    ("line" . WORDS_8)
    ("link" . WORDS_8)
    ("note" . WORDS_8)
    ("notice" . WORDS_8)
    ("outcome" . WORDS_8)
    ("pain" . WORDS_8)
    ("quote" . WORDS_8)
    ("source" . WORDS_8)
    ("standard" . WORDS_8)
    ("summary" . WORDS_8)
    ("trigger" . WORDS_8)
    ("unmet" . WORDS_8)
    ("utility" . WORDS_8)
    ("vendor" . WORDS_8)
    ("warranty" . WORDS_8)
    ("includes" . WORDS_9)
    ("insights" . WORDS_9)
    ("meets" . WORDS_9)
    ("under" . WORDS_9)
    ("using" . WORDS_9)
    ("via" . WORDS_9)
    ("above" . WORDS_10)
    ("at" . WORDS_10)
    ("below" . WORDS_10)
    ("escalates" . WORDS_10)
    ("of" . WORDS_10)
    ("owner" . WORDS_10)
    ("reports" . WORDS_10)
    ("skills" . WORDS_11)
    ("tags" . WORDS_11)
    ("as" . WORDS_12)
    ("currency" . WORDS_12)
    ("kind" . WORDS_12)
    ("latitude" . WORDS_12)
    ("state" . WORDS_12)
    ("status" . WORDS_12)
    ("terms" . WORDS_12)
    ("version" . WORDS_13)
    ("high" . WORDS_14)
    ("low" . WORDS_14)
    ("medium" . WORDS_14)
    ("proxy" . WORDS_15)
    ("because" . WORDS_16)
    ("by" . WORDS_17)
    ("for" . WORDS_18)
    ("or" . WORDS_19)
    ("time" . WORDS_20)
    ("times" . WORDS_20))
  "The kind of each word.")

(defconst service-blueprint-table-rows
  '("ob pc oc rdrdrd nc pb nc rdrdrd nc nc oc oc vdvdvd nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh rcacac rcacac riaiai rbabab rjajaj rhahah rhahah rdrdrd rkakak rdrdrd rlalal riaiai rdrdrd rdrdrd"
    "ob pc oc rcrcrc nc pb nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc"
    "ob pc oc ncncnc nc pb nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh acacac acacac aiaiai ababab ajajaj ahahah ahahah vcvcvc akakak acacac alalal aiaiai acacac ncncnc"
    "ob pc oc dcdcdc nc pb nc dcdcdc nc nc oc oc dcdcdc nc nc nc sc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc acdcac acacac aiaiai ababab ajajaj ahdhah ahahah dcdcdc akakak dcdcdc alalal aiaiai dcdcdc dcdcdc"
    "ob pc oc dcdcdc nc pb nc dcdcdc nc nc oc oc dcdcdc nc nc nc sc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc"
    "ob pc oc veveve nc pb nc veveve nc nc oc oc veveve nc nc nc sc veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve"
    "ob pc oc rdrdrd nc pb nc rdrdrd nc nc oc oc vdvdvd nc nc nc sc rdrdrd rdrdrd rdrdrd ldldld rdrdrd kckckc rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd"
    "ob pc oc vcvcvc nc pb nc vcvcvc nc nc oc oc vcvcvc nc nc nc sc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc"
    "ob pc oc rmrmrm nc pb nc rmrmrm nc nc oc oc vmvmvm nc nc nc sc rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm"
    "ob pc oc vnvnvn nc pb nc vnvnvn nc nc oc oc vnvnvn nc nc nc sn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn"
    "ob pc oc ncncnc nc pb nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh acacac acacac aiaiai ababab ajajaj ahahah ahahah vcvcvc akakak acacac alalal acacac acacac ncncnc"
    "ob pc oc rororo nc pb nc rororo nc nc oc oc vovovo nc nc nc sc rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo"
    "ob pi oc ncncnc nc pi nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh acacac acacac aiaiai ababab ajajaj ahahah ahahah vcvcvc akakak acacac alalal aiaiai acacac ncncnc"
    "ob pj oc ncncnc nc pb nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh acacac acacac aiaiai ababab ajajaj ahahah ahahah vcvcvc akakak acacac alalal aiaiai acacac ncncnc"
    "ob pl oc ncncnc nc pl nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh acacac acacac aiaiai ababab ajajaj ahahah ahahah vcvcvc akakak acacac alalal aiaiai alalal ncncnc")
  "For each state and kind the letters of a class and of the next state.
Thrice for a word, see `service-blueprint--ahead'.")

(defconst service-blueprint-table-forms
  '((DATE "\\(?:[0-9]\\)\\{4\\}-\\(?:[0-9]\\)\\{2\\}-\\(?:[0-9]\\)\\{2\\}" "\\(?:[[:alnum:]_]\\)")
    (SCORE "\\(?:[0-9]\\)+\\(?:\\.\\(?:[0-9]\\)+\\)?/\\(?:[0-9]\\)+\\(?:\\.\\(?:[0-9]\\)+\\)?" "\\(?:\\(?:[[:alnum:]_]\\|[%]\\)\\|\\.[0-9]\\)")
    (SHARE "\\(?:[0-9]\\)+\\(?:\\.\\(?:[0-9]\\)+\\)?%" "\\(?:[[:alnum:]_]\\)")
    (DURATION "\\(?:\\(?:[0-9]\\)+\\(?:\\.\\(?:[0-9]\\)+\\)?\\(?:wd\\|min\\|mo\\|[smhdwy]\\)\\)+" "\\(?:[[:alnum:]_]\\)")
    (PLUS_MINUS "\\(?:±\\|\\+-\\)" nil)
    (NUMBER "\\(?:[0-9]\\)+\\(?:\\.\\(?:[0-9]\\)+\\)?" "\\(?:\\(?:[[:alnum:]_]\\|[%]\\)\\|\\.[0-9]\\)")
    (SIGNED "[+-]\\(?:[0-9]\\)+\\(?:\\.\\(?:[0-9]\\)+\\)?" "\\(?:\\(?:[[:alnum:]_]\\|[%]\\)\\|\\.[0-9]\\)")
    (PER "/\\(?:h\\|day\\|week\\|month\\|year\\)" "\\(?:[[:alnum:]_]\\)")
    (ARROW "\\(?:->\\|~>\\|<->\\)" nil)
    (COMPARISON "\\(?:<=\\|>=\\|<\\|>\\|=\\)" nil)
    (CURRENCY "\\(?:[A-Z]\\)\\{3\\}" "\\(?:-\\)?\\(?:[[:alnum:]_]\\)")
    (RANGE "\\.\\." nil)
    (DOT "\\." nil)
    (COMMA "," nil))
  "Kinds, how they are written, and what must not follow, in order.")

(defconst service-blueprint-table-foreign-arrow
  "\\(?:[=-]\\)+>"
  "What is no lexeme of the language.")

(defconst service-blueprint-table-invalid
  "\\(?:[→⇒⟶➔➜⇨↔⇔⟷]\\|\\(?:[−–—=-]\\)+>\\|[“”„‟«»]\\(?:[^“”„‟«»\"\r\n]\\)*[“”‟«»\"]\\|[‘’‚']\\(?:[^‘’'\"\r\n{};#]\\)*[‘’']\\|[0-9+−–$€£¥-]\\(?:[^[:space:]\"“”{};,#]\\)*\\|[^ \t\n]\\)"
  "What is no lexeme of the language.")

(defconst service-blueprint-table-reserved
  'RESERVED
  "The kind of names that are no words.")

(provide 'service-blueprint-table)
;;; service-blueprint-table.el ends here
