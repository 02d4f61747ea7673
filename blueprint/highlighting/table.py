"""Written by `python -m tools.build_highlighters` out of the grammar: the machine that colours a statement.

`KINDS` are the columns of `TABLE`, and `WORDS` the kind of each word of the language. A line of `TABLE` is a state; a
cell is a letter of `CLASSES` and the letter of the next state, thrice for a word: before an arrow or a dot, before a
text, before anything else.
"""

# ruff: noqa: E501 - a row of a table is one line
# fmt: off

CLASSES = {"c": "comment", "s": "string", "k": "keyword", "l": "lane", "a": "attribute", "v": "constant", "n": "number", "o": "operator", "d": "definition", "r": "reference", "p": "punctuation", "i": "invalid"}
KINDS = ("ARROW", "COMMA", "COMPARISON", "CURRENCY", "DATE", "DOT", "DURATION", "NAME", "NUMBER", "PER", "PLUS_MINUS", "RANGE", "RESERVED", "SCORE", "SHARE", "SIGNED", "TEXT", "WORDS_0", "WORDS_1", "WORDS_2", "WORDS_3", "WORDS_4", "WORDS_5", "WORDS_6", "WORDS_7", "WORDS_8", "WORDS_9", "WORDS_10", "WORDS_11", "WORDS_12", "WORDS_13", "WORDS_14", "WORDS_15", "WORDS_16", "WORDS_17", "WORDS_18", "WORDS_19", "WORDS_20")
WORDS = {
    "RESERVED": "again end next start",
    "WORDS_0": "blueprint branch channel core decision enhancing facilitating insight lane library need package parallel partner persona policy recovery role scenario step system",
    "WORDS_1": "phase",
    "WORDS_2": "fail use when",
    "WORDS_3": "backstage customer evidence frontstage support",
    "WORDS_4": "meanwhile",
    "WORDS_5": "pause wait",
    "WORDS_6": "metric",
    "WORDS_7": "acceptable availability cost could date demand digital emotion every hours moment-of-truth must offstage optional pays price rate repeats review sample share should staff takes uses within workdays",
    "WORDS_8": "actual client empowered guarantee idea job line link note notice outcome pain quote source standard summary trigger unmet utility vendor warranty",
    "WORDS_9": "includes insights meets under using via",
    "WORDS_10": "above at below escalates of owner reports",
    "WORDS_11": "skills tags",
    "WORDS_12": "as currency kind latitude state status terms",
    "WORDS_13": "version",
    "WORDS_14": "high low medium",
    "WORDS_15": "proxy",
    "WORDS_16": "because",
    "WORDS_17": "by",
    "WORDS_18": "for",
    "WORDS_19": "or",
    "WORDS_20": "time times",
}
TABLE = (
    "ob pc oc rdrdrd nc pb nc rdrdrd nc nc oc oc vdvdvd nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh rcacac rcacac riaiai rbabab rjajaj rhahah rhahah rdrdrd rkakak rdrdrd rlalal riaiai rdrdrd rdrdrd",
    "ob pc oc rcrcrc nc pb nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc rcrcrc",
    "ob pc oc ncncnc nc pb nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh acacac acacac aiaiai ababab ajajaj ahahah ahahah vcvcvc akakak acacac alalal aiaiai acacac ncncnc",
    "ob pc oc dcdcdc nc pb nc dcdcdc nc nc oc oc dcdcdc nc nc nc sc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc acdcac acacac aiaiai ababab ajajaj ahdhah ahahah dcdcdc akakak dcdcdc alalal aiaiai dcdcdc dcdcdc",
    "ob pc oc dcdcdc nc pb nc dcdcdc nc nc oc oc dcdcdc nc nc nc sc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc dcdcdc",
    "ob pc oc veveve nc pb nc veveve nc nc oc oc veveve nc nc nc sc veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve veveve",
    "ob pc oc rdrdrd nc pb nc rdrdrd nc nc oc oc vdvdvd nc nc nc sc rdrdrd rdrdrd rdrdrd ldldld rdrdrd kckckc rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd rdrdrd",
    "ob pc oc vcvcvc nc pb nc vcvcvc nc nc oc oc vcvcvc nc nc nc sc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc vcvcvc",
    "ob pc oc rmrmrm nc pb nc rmrmrm nc nc oc oc vmvmvm nc nc nc sc rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm rmrmrm",
    "ob pc oc vnvnvn nc pb nc vnvnvn nc nc oc oc vnvnvn nc nc nc sn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn vnvnvn",
    "ob pc oc ncncnc nc pb nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh acacac acacac aiaiai ababab ajajaj ahahah ahahah vcvcvc akakak acacac alalal acacac acacac ncncnc",
    "ob pc oc rororo nc pb nc rororo nc nc oc oc vovovo nc nc nc sc rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo rororo",
    "ob pi oc ncncnc nc pi nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh acacac acacac aiaiai ababab ajajaj ahahah ahahah vcvcvc akakak acacac alalal aiaiai acacac ncncnc",
    "ob pj oc ncncnc nc pb nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh acacac acacac aiaiai ababab ajajaj ahahah ahahah vcvcvc akakak acacac alalal aiaiai acacac ncncnc",
    "ob pl oc ncncnc nc pl nc rcrcrc nc nc oc oc vcvcvc nc nc nc sc rekeke rfkfkf rckckc rdldld rgkgkg rckckc rhkhkh acacac acacac aiaiai ababab ajajaj ahahah ahahah vcvcvc akakak acacac alalal aiaiai alalal ncncnc",
)
