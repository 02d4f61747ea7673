" Written by `python -m tools.build_highlighters` out of the grammar of the language.
" A cluster is a state of a statement; what follows a lexeme is its nextgroup.

if exists('b:current_syntax')
  finish
endif

syn iskeyword @,48-57,_,192-255
syn case match
syn sync fromstart

syn match sbpComment /#.*/ contains=@Spell
syn match sbpPunctuation /[;{}]/

syn match sbp0Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ nextgroup=@sbp2 skipwhite
syn match sbp0PunctuationHeld2 /,/ nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp0Punctuation1 /\./ nextgroup=@sbp1 skipwhite
syn match sbp0Operator2 /\.\./ nextgroup=@sbp2 skipwhite
syn match sbp0Operator2 /\%(<=\|>=\|<\|>\|=\)/ nextgroup=@sbp2 skipwhite
syn match sbp0Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ nextgroup=@sbp2 skipwhite
syn match sbp0Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ nextgroup=@sbp2 skipwhite
syn match sbp0Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ nextgroup=@sbp2 skipwhite
syn match sbp0Operator2 /\%(±\|+-\)/ nextgroup=@sbp2 skipwhite
syn match sbp0Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ nextgroup=@sbp2 skipwhite
syn match sbp0Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ nextgroup=@sbp2 skipwhite
syn match sbp0Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ nextgroup=@sbp2 skipwhite
syn match sbp0Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ nextgroup=@sbp2 skipwhite
syn match sbp0Invalid2 /\%([=\-]\)\+>/ nextgroup=@sbp2 skipwhite
syn match sbp0String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp0String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp0String2Long start=/"""/ skip=/\\./ end=/"""/ nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp0Reference3 /\%([0-9]\)\@!\k\%(-\=\k\)*/ nextgroup=@sbp3 skipwhite
syn match sbp0Attribute11 /\%(by\)\%(-\=\k\)\@!/ nextgroup=@sbp11 skipwhite
syn match sbp0Attribute10 /\%(proxy\)\%(-\=\k\)\@!/ nextgroup=@sbp10 skipwhite
syn match sbp0Reference3 /\%(because\|medium\|times\|high\|time\|low\|or\)\%(-\=\k\)\@!/ nextgroup=@sbp3 skipwhite
syn match sbp0Attribute7 /\%(currency\|latitude\|version\|status\|state\|terms\|kind\|as\)\%(-\=\k\)\@!/ nextgroup=@sbp7 skipwhite
syn match sbp0Attribute9 /\%(skills\|tags\)\%(-\=\k\)\@!/ nextgroup=@sbp9 skipwhite
syn match sbp0Attribute1 /\%(escalates\|reports\|above\|below\|owner\|at\|of\)\%(-\=\k\)\@!/ nextgroup=@sbp1 skipwhite
syn match sbp0Attribute8 /\%(includes\|insights\|meets\|under\|using\|for\|via\)\%(-\=\k\)\@!/ nextgroup=@sbp8 skipwhite
syn match sbp0Attribute2 /\%(moment-of-truth\|availability\|acceptable\|empowered\|guarantee\|offstage\|optional\|standard\|warranty\|workdays\|digital\|emotion\|outcome\|repeats\|summary\|trigger\|utility\|actual\|client\|demand\|notice\|review\|sample\|should\|source\|vendor\|within\|could\|every\|hours\|price\|quote\|share\|staff\|takes\|unmet\|cost\|date\|idea\|line\|link\|must\|note\|pain\|pays\|rate\|uses\|job\)\%(-\=\k\)\@!/ nextgroup=@sbp2 skipwhite
syn match sbp0Keyword7 /\%(metric\)\%(-\=\k\)\@!/ nextgroup=@sbp7 skipwhite
syn match sbp0Keyword6 /\%(meanwhile\)\%(-\=\k\)\@!/ nextgroup=@sbp6 skipwhite
syn match sbp0Lane3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!/ nextgroup=@sbp3 skipwhite
syn match sbp0Keyword2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!/ nextgroup=@sbp2 skipwhite
syn match sbp0Keyword5 /\%(phase\)\%(-\=\k\)\@!/ nextgroup=@sbp5 skipwhite
syn match sbp0Keyword4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!/ nextgroup=@sbp4 skipwhite
syn match sbp0Constant3 /\%(again\|start\|next\|end\)\%(-\=\k\)\@!/ nextgroup=@sbp3 skipwhite
syn match sbp0Reference11 /\%(by\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp11 skipwhite
syn match sbp0Reference10 /\%(proxy\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp10 skipwhite
syn match sbp0Reference9 /\%(skills\|tags\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp9 skipwhite
syn match sbp0Reference1 /\%(escalates\|reports\|above\|below\|owner\|at\|of\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp1 skipwhite
syn match sbp0Reference8 /\%(includes\|insights\|meets\|under\|using\|for\|via\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp8 skipwhite
syn match sbp0Reference7 /\%(currency\|latitude\|version\|metric\|status\|state\|terms\|kind\|as\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp7 skipwhite
syn match sbp0Reference6 /\%(meanwhile\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp6 skipwhite
syn match sbp0Reference3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp3 skipwhite
syn match sbp0Reference2 /\%(moment-of-truth\|availability\|acceptable\|empowered\|guarantee\|offstage\|optional\|standard\|warranty\|workdays\|digital\|emotion\|outcome\|repeats\|summary\|trigger\|utility\|actual\|client\|demand\|notice\|review\|sample\|should\|source\|vendor\|within\|could\|every\|hours\|pause\|price\|quote\|share\|staff\|takes\|unmet\|cost\|date\|fail\|idea\|line\|link\|must\|note\|pain\|pays\|rate\|uses\|wait\|when\|job\|use\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp2 skipwhite
syn match sbp0Reference5 /\%(phase\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp5 skipwhite
syn match sbp0Reference4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ nextgroup=@sbp4 skipwhite
syn match sbp0Operator1 /\%(->\|\~>\|<->\)/ nextgroup=@sbp1 skipwhite
syn match sbp0Reference3 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ nextgroup=@sbp3 skipwhite
syn cluster sbp0 contains=sbp0Invalid2,sbp0PunctuationHeld2,sbp0Punctuation1,sbp0Operator2,sbp0Number2,sbp0String2,sbp0String2Long,sbp0Reference3,sbp0Attribute11,sbp0Attribute10,sbp0Attribute7,sbp0Attribute9,sbp0Attribute1,sbp0Attribute8,sbp0Attribute2,sbp0Keyword7,sbp0Keyword6,sbp0Lane3,sbp0Keyword2,sbp0Keyword5,sbp0Keyword4,sbp0Constant3,sbp0Reference11,sbp0Reference10,sbp0Reference9,sbp0Reference1,sbp0Reference8,sbp0Reference7,sbp0Reference6,sbp0Reference2,sbp0Reference5,sbp0Reference4,sbp0Operator1
syn match sbp1Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp1PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp1Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp1Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp1Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp1String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp1String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp1String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp1Reference2 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Reference2 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Constant2 /\%(again\|start\|next\|end\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp1Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp1Reference2 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn cluster sbp1 contains=sbp1Invalid2,sbp1PunctuationHeld2,sbp1Punctuation1,sbp1Operator2,sbp1Number2,sbp1String2,sbp1String2Long,sbp1Reference2,sbp1Constant2,sbp1Operator1
syn match sbp2Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp2PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp2Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp2Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp2Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp2String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp2String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp2String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp2Reference2 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Number2 /\%(times\|time\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Attribute11 /\%(by\)\%(-\=\k\)\@!/ contained nextgroup=@sbp11 skipwhite
syn match sbp2Attribute10 /\%(proxy\)\%(-\=\k\)\@!/ contained nextgroup=@sbp10 skipwhite
syn match sbp2Attribute7 /\%(currency\|latitude\|version\|status\|state\|terms\|kind\|as\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp2Attribute9 /\%(skills\|tags\)\%(-\=\k\)\@!/ contained nextgroup=@sbp9 skipwhite
syn match sbp2Attribute1 /\%(escalates\|reports\|above\|below\|owner\|at\|of\)\%(-\=\k\)\@!/ contained nextgroup=@sbp1 skipwhite
syn match sbp2Attribute8 /\%(includes\|insights\|meets\|under\|using\|for\|via\)\%(-\=\k\)\@!/ contained nextgroup=@sbp8 skipwhite
syn match sbp2Attribute2 /\%(moment-of-truth\|availability\|acceptable\|empowered\|guarantee\|offstage\|optional\|standard\|warranty\|workdays\|because\|digital\|emotion\|outcome\|repeats\|summary\|trigger\|utility\|actual\|client\|demand\|notice\|review\|sample\|should\|source\|vendor\|within\|could\|every\|hours\|price\|quote\|share\|staff\|takes\|unmet\|cost\|date\|idea\|line\|link\|must\|note\|pain\|pays\|rate\|uses\|job\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Keyword7 /\%(metric\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp2Keyword6 /\%(meanwhile\)\%(-\=\k\)\@!/ contained nextgroup=@sbp6 skipwhite
syn match sbp2Lane3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!/ contained nextgroup=@sbp3 skipwhite
syn match sbp2Keyword2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Keyword5 /\%(phase\)\%(-\=\k\)\@!/ contained nextgroup=@sbp5 skipwhite
syn match sbp2Keyword4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!/ contained nextgroup=@sbp4 skipwhite
syn match sbp2Constant2 /\%(medium\|again\|start\|high\|next\|end\|low\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Reference7 /\%(metric\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp7 skipwhite
syn match sbp2Reference6 /\%(meanwhile\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp6 skipwhite
syn match sbp2Reference3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp3 skipwhite
syn match sbp2Reference2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp2 skipwhite
syn match sbp2Reference5 /\%(phase\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp5 skipwhite
syn match sbp2Reference4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp4 skipwhite
syn match sbp2Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp2Number2 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn cluster sbp2 contains=sbp2Invalid2,sbp2PunctuationHeld2,sbp2Punctuation1,sbp2Operator2,sbp2Number2,sbp2String2,sbp2String2Long,sbp2Reference2,sbp2Attribute11,sbp2Attribute10,sbp2Attribute7,sbp2Attribute9,sbp2Attribute1,sbp2Attribute8,sbp2Attribute2,sbp2Keyword7,sbp2Keyword6,sbp2Lane3,sbp2Keyword2,sbp2Keyword5,sbp2Keyword4,sbp2Constant2,sbp2Reference7,sbp2Reference6,sbp2Reference3,sbp2Reference5,sbp2Reference4,sbp2Operator1
syn match sbp3Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp3PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp3Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp3Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp3Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp3String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp3String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp3String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp3Definition2 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Attribute11 /\%(by\)\%(-\=\k\)\@!/ contained nextgroup=@sbp11 skipwhite
syn match sbp3Attribute10 /\%(proxy\)\%(-\=\k\)\@!/ contained nextgroup=@sbp10 skipwhite
syn match sbp3Attribute7 /\%(currency\|latitude\|version\|status\|state\|terms\|kind\|as\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp3Attribute9 /\%(skills\|tags\)\%(-\=\k\)\@!/ contained nextgroup=@sbp9 skipwhite
syn match sbp3Attribute1 /\%(escalates\|reports\|above\|below\|owner\|at\|of\)\%(-\=\k\)\@!/ contained nextgroup=@sbp1 skipwhite
syn match sbp3Attribute8 /\%(includes\|insights\|meets\|under\|using\|for\|via\)\%(-\=\k\)\@!/ contained nextgroup=@sbp8 skipwhite
syn match sbp3Attribute2 /\%(moment-of-truth\|availability\|acceptable\|empowered\|guarantee\|offstage\|optional\|standard\|warranty\|workdays\|digital\|emotion\|outcome\|repeats\|summary\|trigger\|utility\|actual\|client\|demand\|notice\|review\|sample\|should\|source\|vendor\|within\|could\|every\|hours\|price\|quote\|share\|staff\|takes\|unmet\|cost\|date\|idea\|line\|link\|must\|note\|pain\|pays\|rate\|uses\|job\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Definition2 /\%(facilitating\|frontstage\|backstage\|blueprint\|enhancing\|meanwhile\|customer\|decision\|evidence\|parallel\|recovery\|scenario\|because\|channel\|insight\|library\|package\|partner\|persona\|support\|branch\|medium\|metric\|policy\|system\|again\|pause\|phase\|start\|times\|core\|fail\|high\|lane\|need\|next\|role\|step\|time\|wait\|when\|end\|low\|use\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Definition7 /\%(currency\|latitude\|status\|state\|terms\|kind\|as\)\%(-\=\k\)\@!\%(\s*\"\)\@=/ contained nextgroup=@sbp7 skipwhite
syn match sbp3Definition2 /\%(moment-of-truth\|availability\|acceptable\|offstage\|optional\|workdays\|digital\|emotion\|repeats\|demand\|review\|sample\|should\|within\|could\|every\|hours\|price\|share\|staff\|takes\|cost\|date\|must\|pays\|rate\|uses\)\%(-\=\k\)\@!\%(\s*\"\)\@=/ contained nextgroup=@sbp2 skipwhite
syn match sbp3Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp3Definition2 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn cluster sbp3 contains=sbp3Invalid2,sbp3PunctuationHeld2,sbp3Punctuation1,sbp3Operator2,sbp3Number2,sbp3String2,sbp3String2Long,sbp3Definition2,sbp3Attribute11,sbp3Attribute10,sbp3Attribute7,sbp3Attribute9,sbp3Attribute1,sbp3Attribute8,sbp3Attribute2,sbp3Definition7,sbp3Operator1
syn match sbp4Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp4PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp4Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp4Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp4Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp4String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp4String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp4String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp4Definition2 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Definition2 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|again\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|start\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|next\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|end\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp4Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp4Definition2 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn cluster sbp4 contains=sbp4Invalid2,sbp4PunctuationHeld2,sbp4Punctuation1,sbp4Operator2,sbp4Number2,sbp4String2,sbp4String2Long,sbp4Definition2,sbp4Operator1
syn match sbp5Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp5PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp5Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp5Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp5Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp5Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp5Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp5Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp5Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp5Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp5Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp5Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp5Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp5Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp5String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp5String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp5String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp5Constant4 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp4 skipwhite
syn match sbp5Constant4 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|again\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|start\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|next\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|end\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp4 skipwhite
syn match sbp5Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp5Constant4 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp4 skipwhite
syn cluster sbp5 contains=sbp5Invalid2,sbp5PunctuationHeld2,sbp5Punctuation1,sbp5Operator2,sbp5Number2,sbp5String2,sbp5String2Long,sbp5Constant4,sbp5Operator1
syn match sbp6Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp6PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp6Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp6Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp6Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp6Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp6Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp6Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp6Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp6Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp6Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp6Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp6Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp6Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp6String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp6String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp6String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp6Reference3 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp3 skipwhite
syn match sbp6Keyword2 /\%(pause\|wait\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp6Lane3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!/ contained nextgroup=@sbp3 skipwhite
syn match sbp6Reference3 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|decision\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|below\|could\|every\|hours\|meets\|owner\|phase\|price\|proxy\|quote\|share\|staff\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|when\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp3 skipwhite
syn match sbp6Constant3 /\%(again\|start\|next\|end\)\%(-\=\k\)\@!/ contained nextgroup=@sbp3 skipwhite
syn match sbp6Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp6Reference3 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp3 skipwhite
syn cluster sbp6 contains=sbp6Invalid2,sbp6PunctuationHeld2,sbp6Punctuation1,sbp6Operator2,sbp6Number2,sbp6String2,sbp6String2Long,sbp6Reference3,sbp6Keyword2,sbp6Lane3,sbp6Constant3,sbp6Operator1
syn match sbp7Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp7PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp7Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp7Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp7Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp7String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp7String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp7String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp7Constant2 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Constant2 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|again\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|start\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|next\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|end\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp7Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp7Constant2 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn cluster sbp7 contains=sbp7Invalid2,sbp7PunctuationHeld2,sbp7Punctuation1,sbp7Operator2,sbp7Number2,sbp7String2,sbp7String2Long,sbp7Constant2,sbp7Operator1
syn match sbp8Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp8PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp8Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp8Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp8Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp8Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp8Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp8Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp8Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp8Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp8Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp8Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp8Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp8Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp8String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp8String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp8String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp8Reference12 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp12 skipwhite
syn match sbp8Reference12 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp12 skipwhite
syn match sbp8Constant12 /\%(again\|start\|next\|end\)\%(-\=\k\)\@!/ contained nextgroup=@sbp12 skipwhite
syn match sbp8Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp8Reference12 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp12 skipwhite
syn cluster sbp8 contains=sbp8Invalid2,sbp8PunctuationHeld2,sbp8Punctuation1,sbp8Operator2,sbp8Number2,sbp8String2,sbp8String2Long,sbp8Reference12,sbp8Constant12,sbp8Operator1
syn match sbp9Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp9PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp9Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp9Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp9Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp9Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp9Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp9Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp9Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp9Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp9Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp9Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp9Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp9Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp9String13 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp13 skipwhite contains=@Spell
syn match sbp9String13 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp13 skipwhite contains=@Spell
syn region sbp9String13Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp13 skipwhite contains=@Spell
syn match sbp9Constant13 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp13 skipwhite
syn match sbp9Constant13 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|again\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|start\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|next\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|end\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp13 skipwhite
syn match sbp9Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp9Constant13 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp13 skipwhite
syn cluster sbp9 contains=sbp9Invalid2,sbp9PunctuationHeld2,sbp9Punctuation1,sbp9Operator2,sbp9Number2,sbp9String13,sbp9String13Long,sbp9Constant13,sbp9Operator1
syn match sbp10Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp10PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp10Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp10Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp10Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp10String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp10String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp10String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp10Reference2 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Number2 /\%(times\|time\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Attribute11 /\%(by\)\%(-\=\k\)\@!/ contained nextgroup=@sbp11 skipwhite
syn match sbp10Attribute10 /\%(proxy\)\%(-\=\k\)\@!/ contained nextgroup=@sbp10 skipwhite
syn match sbp10Attribute7 /\%(currency\|latitude\|version\|status\|state\|terms\|kind\|as\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp10Attribute9 /\%(skills\|tags\)\%(-\=\k\)\@!/ contained nextgroup=@sbp9 skipwhite
syn match sbp10Attribute1 /\%(escalates\|reports\|above\|below\|owner\|at\|of\)\%(-\=\k\)\@!/ contained nextgroup=@sbp1 skipwhite
syn match sbp10Attribute8 /\%(includes\|insights\|meets\|under\|using\|via\)\%(-\=\k\)\@!/ contained nextgroup=@sbp8 skipwhite
syn match sbp10Attribute2 /\%(moment-of-truth\|availability\|acceptable\|empowered\|guarantee\|offstage\|optional\|standard\|warranty\|workdays\|because\|digital\|emotion\|outcome\|repeats\|summary\|trigger\|utility\|actual\|client\|demand\|notice\|review\|sample\|should\|source\|vendor\|within\|could\|every\|hours\|price\|quote\|share\|staff\|takes\|unmet\|cost\|date\|idea\|line\|link\|must\|note\|pain\|pays\|rate\|uses\|for\|job\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Keyword7 /\%(metric\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp10Keyword6 /\%(meanwhile\)\%(-\=\k\)\@!/ contained nextgroup=@sbp6 skipwhite
syn match sbp10Lane3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!/ contained nextgroup=@sbp3 skipwhite
syn match sbp10Keyword2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Keyword5 /\%(phase\)\%(-\=\k\)\@!/ contained nextgroup=@sbp5 skipwhite
syn match sbp10Keyword4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!/ contained nextgroup=@sbp4 skipwhite
syn match sbp10Constant2 /\%(medium\|again\|start\|high\|next\|end\|low\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Reference7 /\%(metric\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp7 skipwhite
syn match sbp10Reference6 /\%(meanwhile\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp6 skipwhite
syn match sbp10Reference3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp3 skipwhite
syn match sbp10Reference2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp2 skipwhite
syn match sbp10Reference5 /\%(phase\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp5 skipwhite
syn match sbp10Reference4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp4 skipwhite
syn match sbp10Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp10Number2 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn cluster sbp10 contains=sbp10Invalid2,sbp10PunctuationHeld2,sbp10Punctuation1,sbp10Operator2,sbp10Number2,sbp10String2,sbp10String2Long,sbp10Reference2,sbp10Attribute11,sbp10Attribute10,sbp10Attribute7,sbp10Attribute9,sbp10Attribute1,sbp10Attribute8,sbp10Attribute2,sbp10Keyword7,sbp10Keyword6,sbp10Lane3,sbp10Keyword2,sbp10Keyword5,sbp10Keyword4,sbp10Constant2,sbp10Reference7,sbp10Reference6,sbp10Reference3,sbp10Reference5,sbp10Reference4,sbp10Operator1
syn match sbp11Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp11PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbp11Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp11Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp11Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp11Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp11Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp11Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp11Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp11Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp11Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp11Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp11Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp11Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp11String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp11String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp11String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp11Reference14 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp14 skipwhite
syn match sbp11Reference14 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp14 skipwhite
syn match sbp11Constant14 /\%(again\|start\|next\|end\)\%(-\=\k\)\@!/ contained nextgroup=@sbp14 skipwhite
syn match sbp11Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp11Reference14 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp14 skipwhite
syn cluster sbp11 contains=sbp11Invalid2,sbp11PunctuationHeld2,sbp11Punctuation1,sbp11Operator2,sbp11Number2,sbp11String2,sbp11String2Long,sbp11Reference14,sbp11Constant14,sbp11Operator1
syn match sbp12Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp12PunctuationHeld8 /,/ contained nextgroup=@sbpHeld8 skipwhite skipnl skipempty
syn match sbp12Punctuation8 /\./ contained nextgroup=@sbp8 skipwhite
syn match sbp12Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp12Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp12String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp12String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp12String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp12Reference2 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Number2 /\%(times\|time\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Attribute11 /\%(by\)\%(-\=\k\)\@!/ contained nextgroup=@sbp11 skipwhite
syn match sbp12Attribute10 /\%(proxy\)\%(-\=\k\)\@!/ contained nextgroup=@sbp10 skipwhite
syn match sbp12Attribute7 /\%(currency\|latitude\|version\|status\|state\|terms\|kind\|as\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp12Attribute9 /\%(skills\|tags\)\%(-\=\k\)\@!/ contained nextgroup=@sbp9 skipwhite
syn match sbp12Attribute1 /\%(escalates\|reports\|above\|below\|owner\|at\|of\)\%(-\=\k\)\@!/ contained nextgroup=@sbp1 skipwhite
syn match sbp12Attribute8 /\%(includes\|insights\|meets\|under\|using\|for\|via\)\%(-\=\k\)\@!/ contained nextgroup=@sbp8 skipwhite
syn match sbp12Attribute2 /\%(moment-of-truth\|availability\|acceptable\|empowered\|guarantee\|offstage\|optional\|standard\|warranty\|workdays\|because\|digital\|emotion\|outcome\|repeats\|summary\|trigger\|utility\|actual\|client\|demand\|notice\|review\|sample\|should\|source\|vendor\|within\|could\|every\|hours\|price\|quote\|share\|staff\|takes\|unmet\|cost\|date\|idea\|line\|link\|must\|note\|pain\|pays\|rate\|uses\|job\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Keyword7 /\%(metric\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp12Keyword6 /\%(meanwhile\)\%(-\=\k\)\@!/ contained nextgroup=@sbp6 skipwhite
syn match sbp12Lane3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!/ contained nextgroup=@sbp3 skipwhite
syn match sbp12Keyword2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Keyword5 /\%(phase\)\%(-\=\k\)\@!/ contained nextgroup=@sbp5 skipwhite
syn match sbp12Keyword4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!/ contained nextgroup=@sbp4 skipwhite
syn match sbp12Constant2 /\%(medium\|again\|start\|high\|next\|end\|low\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Reference7 /\%(metric\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp7 skipwhite
syn match sbp12Reference6 /\%(meanwhile\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp6 skipwhite
syn match sbp12Reference3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp3 skipwhite
syn match sbp12Reference2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp2 skipwhite
syn match sbp12Reference5 /\%(phase\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp5 skipwhite
syn match sbp12Reference4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp4 skipwhite
syn match sbp12Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp12Number2 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn cluster sbp12 contains=sbp12Invalid2,sbp12PunctuationHeld8,sbp12Punctuation8,sbp12Operator2,sbp12Number2,sbp12String2,sbp12String2Long,sbp12Reference2,sbp12Attribute11,sbp12Attribute10,sbp12Attribute7,sbp12Attribute9,sbp12Attribute1,sbp12Attribute8,sbp12Attribute2,sbp12Keyword7,sbp12Keyword6,sbp12Lane3,sbp12Keyword2,sbp12Keyword5,sbp12Keyword4,sbp12Constant2,sbp12Reference7,sbp12Reference6,sbp12Reference3,sbp12Reference5,sbp12Reference4,sbp12Operator1
syn match sbp13Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp13PunctuationHeld9 /,/ contained nextgroup=@sbpHeld9 skipwhite skipnl skipempty
syn match sbp13Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbp13Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp13Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp13String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp13String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp13String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp13Reference2 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Number2 /\%(times\|time\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Attribute11 /\%(by\)\%(-\=\k\)\@!/ contained nextgroup=@sbp11 skipwhite
syn match sbp13Attribute10 /\%(proxy\)\%(-\=\k\)\@!/ contained nextgroup=@sbp10 skipwhite
syn match sbp13Attribute7 /\%(currency\|latitude\|version\|status\|state\|terms\|kind\|as\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp13Attribute9 /\%(skills\|tags\)\%(-\=\k\)\@!/ contained nextgroup=@sbp9 skipwhite
syn match sbp13Attribute1 /\%(escalates\|reports\|above\|below\|owner\|at\|of\)\%(-\=\k\)\@!/ contained nextgroup=@sbp1 skipwhite
syn match sbp13Attribute8 /\%(includes\|insights\|meets\|under\|using\|for\|via\)\%(-\=\k\)\@!/ contained nextgroup=@sbp8 skipwhite
syn match sbp13Attribute2 /\%(moment-of-truth\|availability\|acceptable\|empowered\|guarantee\|offstage\|optional\|standard\|warranty\|workdays\|because\|digital\|emotion\|outcome\|repeats\|summary\|trigger\|utility\|actual\|client\|demand\|notice\|review\|sample\|should\|source\|vendor\|within\|could\|every\|hours\|price\|quote\|share\|staff\|takes\|unmet\|cost\|date\|idea\|line\|link\|must\|note\|pain\|pays\|rate\|uses\|job\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Keyword7 /\%(metric\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp13Keyword6 /\%(meanwhile\)\%(-\=\k\)\@!/ contained nextgroup=@sbp6 skipwhite
syn match sbp13Lane3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!/ contained nextgroup=@sbp3 skipwhite
syn match sbp13Keyword2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Keyword5 /\%(phase\)\%(-\=\k\)\@!/ contained nextgroup=@sbp5 skipwhite
syn match sbp13Keyword4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!/ contained nextgroup=@sbp4 skipwhite
syn match sbp13Constant2 /\%(medium\|again\|start\|high\|next\|end\|low\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Reference7 /\%(metric\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp7 skipwhite
syn match sbp13Reference6 /\%(meanwhile\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp6 skipwhite
syn match sbp13Reference3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp3 skipwhite
syn match sbp13Reference2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp2 skipwhite
syn match sbp13Reference5 /\%(phase\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp5 skipwhite
syn match sbp13Reference4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp4 skipwhite
syn match sbp13Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp13Number2 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn cluster sbp13 contains=sbp13Invalid2,sbp13PunctuationHeld9,sbp13Punctuation1,sbp13Operator2,sbp13Number2,sbp13String2,sbp13String2Long,sbp13Reference2,sbp13Attribute11,sbp13Attribute10,sbp13Attribute7,sbp13Attribute9,sbp13Attribute1,sbp13Attribute8,sbp13Attribute2,sbp13Keyword7,sbp13Keyword6,sbp13Lane3,sbp13Keyword2,sbp13Keyword5,sbp13Keyword4,sbp13Constant2,sbp13Reference7,sbp13Reference6,sbp13Reference3,sbp13Reference5,sbp13Reference4,sbp13Operator1
syn match sbp14Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp14PunctuationHeld11 /,/ contained nextgroup=@sbpHeld11 skipwhite skipnl skipempty
syn match sbp14Punctuation11 /\./ contained nextgroup=@sbp11 skipwhite
syn match sbp14Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbp14Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbp14String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp14String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbp14String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbp14Reference2 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Number2 /\%(times\|time\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Attribute11 /\%(by\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp11 skipwhite
syn match sbp14Attribute10 /\%(proxy\)\%(-\=\k\)\@!/ contained nextgroup=@sbp10 skipwhite
syn match sbp14Attribute7 /\%(currency\|latitude\|version\|status\|state\|terms\|kind\|as\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp14Attribute9 /\%(skills\|tags\)\%(-\=\k\)\@!/ contained nextgroup=@sbp9 skipwhite
syn match sbp14Attribute1 /\%(escalates\|reports\|above\|below\|owner\|at\|of\)\%(-\=\k\)\@!/ contained nextgroup=@sbp1 skipwhite
syn match sbp14Attribute8 /\%(includes\|insights\|meets\|under\|using\|for\|via\)\%(-\=\k\)\@!/ contained nextgroup=@sbp8 skipwhite
syn match sbp14Attribute2 /\%(moment-of-truth\|availability\|acceptable\|empowered\|guarantee\|offstage\|optional\|standard\|warranty\|workdays\|because\|digital\|emotion\|outcome\|repeats\|summary\|trigger\|utility\|actual\|client\|demand\|notice\|review\|sample\|should\|source\|vendor\|within\|could\|every\|hours\|price\|quote\|share\|staff\|takes\|unmet\|cost\|date\|idea\|line\|link\|must\|note\|pain\|pays\|rate\|uses\|job\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Keyword7 /\%(metric\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbp14Keyword6 /\%(meanwhile\)\%(-\=\k\)\@!/ contained nextgroup=@sbp6 skipwhite
syn match sbp14Lane3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!/ contained nextgroup=@sbp3 skipwhite
syn match sbp14Keyword2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Keyword5 /\%(phase\)\%(-\=\k\)\@!/ contained nextgroup=@sbp5 skipwhite
syn match sbp14Keyword4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!/ contained nextgroup=@sbp4 skipwhite
syn match sbp14Constant2 /\%(medium\|again\|start\|high\|next\|end\|low\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Reference7 /\%(metric\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp7 skipwhite
syn match sbp14Reference6 /\%(meanwhile\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp6 skipwhite
syn match sbp14Reference3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp3 skipwhite
syn match sbp14Reference2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp2 skipwhite
syn match sbp14Reference5 /\%(phase\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp5 skipwhite
syn match sbp14Reference4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp4 skipwhite
syn match sbp14Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbp14Number2 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn cluster sbp14 contains=sbp14Invalid2,sbp14PunctuationHeld11,sbp14Punctuation11,sbp14Operator2,sbp14Number2,sbp14String2,sbp14String2Long,sbp14Reference2,sbp14Attribute11,sbp14Attribute10,sbp14Attribute7,sbp14Attribute9,sbp14Attribute1,sbp14Attribute8,sbp14Attribute2,sbp14Keyword7,sbp14Keyword6,sbp14Lane3,sbp14Keyword2,sbp14Keyword5,sbp14Keyword4,sbp14Constant2,sbp14Reference7,sbp14Reference6,sbp14Reference3,sbp14Reference5,sbp14Reference4,sbp14Operator1
syn match sbpHeld2Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbpHeld2Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbpHeld2Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbpHeld2String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbpHeld2String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbpHeld2Reference2 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Number2 /\%(times\|time\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Attribute11 /\%(by\)\%(-\=\k\)\@!/ contained nextgroup=@sbp11 skipwhite
syn match sbpHeld2Attribute10 /\%(proxy\)\%(-\=\k\)\@!/ contained nextgroup=@sbp10 skipwhite
syn match sbpHeld2Attribute7 /\%(currency\|latitude\|version\|status\|state\|terms\|kind\|as\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbpHeld2Attribute9 /\%(skills\|tags\)\%(-\=\k\)\@!/ contained nextgroup=@sbp9 skipwhite
syn match sbpHeld2Attribute1 /\%(escalates\|reports\|above\|below\|owner\|at\|of\)\%(-\=\k\)\@!/ contained nextgroup=@sbp1 skipwhite
syn match sbpHeld2Attribute8 /\%(includes\|insights\|meets\|under\|using\|for\|via\)\%(-\=\k\)\@!/ contained nextgroup=@sbp8 skipwhite
syn match sbpHeld2Attribute2 /\%(moment-of-truth\|availability\|acceptable\|empowered\|guarantee\|offstage\|optional\|standard\|warranty\|workdays\|because\|digital\|emotion\|outcome\|repeats\|summary\|trigger\|utility\|actual\|client\|demand\|notice\|review\|sample\|should\|source\|vendor\|within\|could\|every\|hours\|price\|quote\|share\|staff\|takes\|unmet\|cost\|date\|idea\|line\|link\|must\|note\|pain\|pays\|rate\|uses\|job\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Keyword7 /\%(metric\)\%(-\=\k\)\@!/ contained nextgroup=@sbp7 skipwhite
syn match sbpHeld2Keyword6 /\%(meanwhile\)\%(-\=\k\)\@!/ contained nextgroup=@sbp6 skipwhite
syn match sbpHeld2Lane3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!/ contained nextgroup=@sbp3 skipwhite
syn match sbpHeld2Keyword2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Keyword5 /\%(phase\)\%(-\=\k\)\@!/ contained nextgroup=@sbp5 skipwhite
syn match sbpHeld2Keyword4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!/ contained nextgroup=@sbp4 skipwhite
syn match sbpHeld2Constant2 /\%(medium\|again\|start\|high\|next\|end\|low\)\%(-\=\k\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Reference7 /\%(metric\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp7 skipwhite
syn match sbpHeld2Reference6 /\%(meanwhile\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp6 skipwhite
syn match sbpHeld2Reference3 /\%(frontstage\|backstage\|customer\|evidence\|support\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp3 skipwhite
syn match sbpHeld2Reference2 /\%(pause\|fail\|wait\|when\|use\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld2Reference5 /\%(phase\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp5 skipwhite
syn match sbpHeld2Reference4 /\%(facilitating\|blueprint\|enhancing\|decision\|parallel\|recovery\|scenario\|channel\|insight\|library\|package\|partner\|persona\|branch\|policy\|system\|core\|lane\|need\|role\|step\)\%(-\=\k\)\@!\%(\s*\%(\%([-~]>\|<->\)\|\.\.\@!\)\)\@=/ contained nextgroup=@sbp4 skipwhite
syn match sbpHeld2Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbpHeld2Number2 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn cluster sbpHeld2 contains=sbpHeld2Invalid2,sbpHeld2PunctuationHeld2,sbpHeld2Punctuation1,sbpHeld2Operator2,sbpHeld2Number2,sbpHeld2String2,sbpHeld2String2Long,sbpHeld2Reference2,sbpHeld2Attribute11,sbpHeld2Attribute10,sbpHeld2Attribute7,sbpHeld2Attribute9,sbpHeld2Attribute1,sbpHeld2Attribute8,sbpHeld2Attribute2,sbpHeld2Keyword7,sbpHeld2Keyword6,sbpHeld2Lane3,sbpHeld2Keyword2,sbpHeld2Keyword5,sbpHeld2Keyword4,sbpHeld2Constant2,sbpHeld2Reference7,sbpHeld2Reference6,sbpHeld2Reference3,sbpHeld2Reference5,sbpHeld2Reference4,sbpHeld2Operator1
syn match sbpHeld2Comment /#.*/ contained contains=@Spell nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbpHeld2Anew /\%(^\s*\)\@<=\ze\%(\%([-~]>\|<->\)\|\%([0-9]\)\@!\k\%(-\=\k\)*\s*\%([-~]>\|<->\)\|\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!\%(\s*\%([,;{}#]\|\.\.\@!\|or\%(-\=\k\)\@!\|$\)\)\@!\)/ contained nextgroup=@sbp0
syn cluster sbpHeld2 add=sbpHeld2Comment,sbpHeld2Anew
syn match sbpHeld8Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbpHeld8Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbpHeld8Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld8String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbpHeld8String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbpHeld8String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbpHeld8Reference12 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp12 skipwhite
syn match sbpHeld8Reference12 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp12 skipwhite
syn match sbpHeld8Constant12 /\%(again\|start\|next\|end\)\%(-\=\k\)\@!/ contained nextgroup=@sbp12 skipwhite
syn match sbpHeld8Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbpHeld8Reference12 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp12 skipwhite
syn cluster sbpHeld8 contains=sbpHeld8Invalid2,sbpHeld8PunctuationHeld2,sbpHeld8Punctuation1,sbpHeld8Operator2,sbpHeld8Number2,sbpHeld8String2,sbpHeld8String2Long,sbpHeld8Reference12,sbpHeld8Constant12,sbpHeld8Operator1
syn match sbpHeld8Comment /#.*/ contained contains=@Spell nextgroup=@sbpHeld8 skipwhite skipnl skipempty
syn match sbpHeld8Anew /\%(^\s*\)\@<=\ze\%(\%([-~]>\|<->\)\|\%([0-9]\)\@!\k\%(-\=\k\)*\s*\%([-~]>\|<->\)\|\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!\%(\s*\%([,;{}#]\|\.\.\@!\|or\%(-\=\k\)\@!\|$\)\)\@!\)/ contained nextgroup=@sbp0
syn cluster sbpHeld8 add=sbpHeld8Comment,sbpHeld8Anew
syn match sbpHeld9Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbpHeld9Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbpHeld9Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld9String13 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp13 skipwhite contains=@Spell
syn match sbpHeld9String13 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp13 skipwhite contains=@Spell
syn region sbpHeld9String13Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp13 skipwhite contains=@Spell
syn match sbpHeld9Constant13 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp13 skipwhite
syn match sbpHeld9Constant13 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|again\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|start\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|next\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|end\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp13 skipwhite
syn match sbpHeld9Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbpHeld9Constant13 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp13 skipwhite
syn cluster sbpHeld9 contains=sbpHeld9Invalid2,sbpHeld9PunctuationHeld2,sbpHeld9Punctuation1,sbpHeld9Operator2,sbpHeld9Number2,sbpHeld9String13,sbpHeld9String13Long,sbpHeld9Constant13,sbpHeld9Operator1
syn match sbpHeld9Comment /#.*/ contained contains=@Spell nextgroup=@sbpHeld9 skipwhite skipnl skipempty
syn match sbpHeld9Anew /\%(^\s*\)\@<=\ze\%(\%([-~]>\|<->\)\|\%([0-9]\)\@!\k\%(-\=\k\)*\s*\%([-~]>\|<->\)\|\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!\%(\s*\%([,;{}#]\|\.\.\@!\|or\%(-\=\k\)\@!\|$\)\)\@!\)/ contained nextgroup=@sbp0
syn cluster sbpHeld9 add=sbpHeld9Comment,sbpHeld9Anew
syn match sbpHeld11Invalid2 /\%([{};#]\)\@!\%(\%([→⇒⟶➔➜⇨↔⇔⟷]\|\%([−–—=\-]\)\+>\|[“”„‟«»]\%([^“”„‟«»"\r\n]\)*[“”‟«»"]\|[‘’‚']\%([^‘’'"\r\n{};#]\)*[‘’']\|[0-9+−–$€£¥\-]\%([^[:space:]"“”{};,#]\)*\|\S\)\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11PunctuationHeld2 /,/ contained nextgroup=@sbpHeld2 skipwhite skipnl skipempty
syn match sbpHeld11Punctuation1 /\./ contained nextgroup=@sbp1 skipwhite
syn match sbpHeld11Operator2 /\.\./ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11Operator2 /\%(<=\|>=\|<\|>\|=\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11Number2 /\/\%(h\|day\|week\|month\|year\)\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11Number2 /[+\-]\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11Operator2 /\%(±\|+-\)/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11Number2 /\%(\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(wd\|min\|mo\|[smhdwy]\)\)\+\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=%\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11Number2 /\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\/\%([0-9]\)\+\%(\.\%([0-9]\)\+\)\=\%(\%(\%(\k\|[%]\)\|\.[0-9]\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11Number2 /\%([0-9]\)\{4}-\%([0-9]\)\{2}-\%([0-9]\)\{2}\%(\%(\k\)\)\@!/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11Invalid2 /\%([=\-]\)\+>/ contained nextgroup=@sbp2 skipwhite
syn match sbpHeld11String2 /""\@!.\{-}\%(\s*\%( {.*[{}]\s*$\|[{}]\s*$\|$\)\)\@=/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbpHeld11String2 /""\@!\%(\\.\|[^"\\]\)*"\|"""\@!/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn region sbpHeld11String2Long start=/"""/ skip=/\\./ end=/"""/ contained nextgroup=@sbp2 skipwhite contains=@Spell
syn match sbpHeld11Reference14 /\%([0-9]\)\@!\k\%(-\=\k\)*/ contained nextgroup=@sbp14 skipwhite
syn match sbpHeld11Reference14 /\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!/ contained nextgroup=@sbp14 skipwhite
syn match sbpHeld11Constant14 /\%(again\|start\|next\|end\)\%(-\=\k\)\@!/ contained nextgroup=@sbp14 skipwhite
syn match sbpHeld11Operator1 /\%(->\|\~>\|<->\)/ contained nextgroup=@sbp1 skipwhite
syn match sbpHeld11Reference14 /\%([A-Z]\)\{3}\%(\%(-\)\=\%(\k\)\)\@!/ contained nextgroup=@sbp14 skipwhite
syn cluster sbpHeld11 contains=sbpHeld11Invalid2,sbpHeld11PunctuationHeld2,sbpHeld11Punctuation1,sbpHeld11Operator2,sbpHeld11Number2,sbpHeld11String2,sbpHeld11String2Long,sbpHeld11Reference14,sbpHeld11Constant14,sbpHeld11Operator1
syn match sbpHeld11Comment /#.*/ contained contains=@Spell nextgroup=@sbpHeld11 skipwhite skipnl skipempty
syn match sbpHeld11Anew /\%(^\s*\)\@<=\ze\%(\%([-~]>\|<->\)\|\%([0-9]\)\@!\k\%(-\=\k\)*\s*\%([-~]>\|<->\)\|\%(moment-of-truth\|availability\|facilitating\|acceptable\|frontstage\|backstage\|blueprint\|empowered\|enhancing\|escalates\|guarantee\|meanwhile\|currency\|customer\|decision\|evidence\|includes\|insights\|latitude\|offstage\|optional\|parallel\|recovery\|scenario\|standard\|warranty\|workdays\|because\|channel\|digital\|emotion\|insight\|library\|outcome\|package\|partner\|persona\|repeats\|reports\|summary\|support\|trigger\|utility\|version\|actual\|branch\|client\|demand\|medium\|metric\|notice\|policy\|review\|sample\|should\|skills\|source\|status\|system\|vendor\|within\|above\|below\|could\|every\|hours\|meets\|owner\|pause\|phase\|price\|proxy\|quote\|share\|staff\|state\|takes\|terms\|times\|under\|unmet\|using\|core\|cost\|date\|fail\|high\|idea\|kind\|lane\|line\|link\|must\|need\|note\|pain\|pays\|rate\|role\|step\|tags\|time\|uses\|wait\|when\|for\|job\|low\|use\|via\|as\|at\|by\|of\|or\)\%(-\=\k\)\@!\%(\s*\%([,;{}#]\|\.\.\@!\|or\%(-\=\k\)\@!\|$\)\)\@!\)/ contained nextgroup=@sbp0
syn cluster sbpHeld11 add=sbpHeld11Comment,sbpHeld11Anew

hi def link sbpComment Comment
hi def link sbpString String
hi def link sbpKeyword Statement
hi def link sbpLane Type
hi def link sbpAttribute Identifier
hi def link sbpConstant Constant
hi def link sbpNumber Number
hi def link sbpOperator Operator
hi def link sbpDefinition Function
hi def link sbpPunctuation Delimiter
hi def link sbpInvalid Error
hi def link sbp0Invalid2 sbpInvalid
hi def link sbp0PunctuationHeld2 sbpPunctuation
hi def link sbp0Punctuation1 sbpPunctuation
hi def link sbp0Operator2 sbpOperator
hi def link sbp0Number2 sbpNumber
hi def link sbp0String2 sbpString
hi def link sbp0String2Long sbpString
hi def link sbp0Reference3 sbpReference
hi def link sbp0Attribute11 sbpAttribute
hi def link sbp0Attribute10 sbpAttribute
hi def link sbp0Attribute7 sbpAttribute
hi def link sbp0Attribute9 sbpAttribute
hi def link sbp0Attribute1 sbpAttribute
hi def link sbp0Attribute8 sbpAttribute
hi def link sbp0Attribute2 sbpAttribute
hi def link sbp0Keyword7 sbpKeyword
hi def link sbp0Keyword6 sbpKeyword
hi def link sbp0Lane3 sbpLane
hi def link sbp0Keyword2 sbpKeyword
hi def link sbp0Keyword5 sbpKeyword
hi def link sbp0Keyword4 sbpKeyword
hi def link sbp0Constant3 sbpConstant
hi def link sbp0Reference11 sbpReference
hi def link sbp0Reference10 sbpReference
hi def link sbp0Reference9 sbpReference
hi def link sbp0Reference1 sbpReference
hi def link sbp0Reference8 sbpReference
hi def link sbp0Reference7 sbpReference
hi def link sbp0Reference6 sbpReference
hi def link sbp0Reference2 sbpReference
hi def link sbp0Reference5 sbpReference
hi def link sbp0Reference4 sbpReference
hi def link sbp0Operator1 sbpOperator
hi def link sbp1Invalid2 sbpInvalid
hi def link sbp1PunctuationHeld2 sbpPunctuation
hi def link sbp1Punctuation1 sbpPunctuation
hi def link sbp1Operator2 sbpOperator
hi def link sbp1Number2 sbpNumber
hi def link sbp1String2 sbpString
hi def link sbp1String2Long sbpString
hi def link sbp1Reference2 sbpReference
hi def link sbp1Constant2 sbpConstant
hi def link sbp1Operator1 sbpOperator
hi def link sbp2Invalid2 sbpInvalid
hi def link sbp2PunctuationHeld2 sbpPunctuation
hi def link sbp2Punctuation1 sbpPunctuation
hi def link sbp2Operator2 sbpOperator
hi def link sbp2Number2 sbpNumber
hi def link sbp2String2 sbpString
hi def link sbp2String2Long sbpString
hi def link sbp2Reference2 sbpReference
hi def link sbp2Attribute11 sbpAttribute
hi def link sbp2Attribute10 sbpAttribute
hi def link sbp2Attribute7 sbpAttribute
hi def link sbp2Attribute9 sbpAttribute
hi def link sbp2Attribute1 sbpAttribute
hi def link sbp2Attribute8 sbpAttribute
hi def link sbp2Attribute2 sbpAttribute
hi def link sbp2Keyword7 sbpKeyword
hi def link sbp2Keyword6 sbpKeyword
hi def link sbp2Lane3 sbpLane
hi def link sbp2Keyword2 sbpKeyword
hi def link sbp2Keyword5 sbpKeyword
hi def link sbp2Keyword4 sbpKeyword
hi def link sbp2Constant2 sbpConstant
hi def link sbp2Reference7 sbpReference
hi def link sbp2Reference6 sbpReference
hi def link sbp2Reference3 sbpReference
hi def link sbp2Reference5 sbpReference
hi def link sbp2Reference4 sbpReference
hi def link sbp2Operator1 sbpOperator
hi def link sbp3Invalid2 sbpInvalid
hi def link sbp3PunctuationHeld2 sbpPunctuation
hi def link sbp3Punctuation1 sbpPunctuation
hi def link sbp3Operator2 sbpOperator
hi def link sbp3Number2 sbpNumber
hi def link sbp3String2 sbpString
hi def link sbp3String2Long sbpString
hi def link sbp3Definition2 sbpDefinition
hi def link sbp3Attribute11 sbpAttribute
hi def link sbp3Attribute10 sbpAttribute
hi def link sbp3Attribute7 sbpAttribute
hi def link sbp3Attribute9 sbpAttribute
hi def link sbp3Attribute1 sbpAttribute
hi def link sbp3Attribute8 sbpAttribute
hi def link sbp3Attribute2 sbpAttribute
hi def link sbp3Definition7 sbpDefinition
hi def link sbp3Operator1 sbpOperator
hi def link sbp4Invalid2 sbpInvalid
hi def link sbp4PunctuationHeld2 sbpPunctuation
hi def link sbp4Punctuation1 sbpPunctuation
hi def link sbp4Operator2 sbpOperator
hi def link sbp4Number2 sbpNumber
hi def link sbp4String2 sbpString
hi def link sbp4String2Long sbpString
hi def link sbp4Definition2 sbpDefinition
hi def link sbp4Operator1 sbpOperator
hi def link sbp5Invalid2 sbpInvalid
hi def link sbp5PunctuationHeld2 sbpPunctuation
hi def link sbp5Punctuation1 sbpPunctuation
hi def link sbp5Operator2 sbpOperator
hi def link sbp5Number2 sbpNumber
hi def link sbp5String2 sbpString
hi def link sbp5String2Long sbpString
hi def link sbp5Constant4 sbpConstant
hi def link sbp5Operator1 sbpOperator
hi def link sbp6Invalid2 sbpInvalid
hi def link sbp6PunctuationHeld2 sbpPunctuation
hi def link sbp6Punctuation1 sbpPunctuation
hi def link sbp6Operator2 sbpOperator
hi def link sbp6Number2 sbpNumber
hi def link sbp6String2 sbpString
hi def link sbp6String2Long sbpString
hi def link sbp6Reference3 sbpReference
hi def link sbp6Keyword2 sbpKeyword
hi def link sbp6Lane3 sbpLane
hi def link sbp6Constant3 sbpConstant
hi def link sbp6Operator1 sbpOperator
hi def link sbp7Invalid2 sbpInvalid
hi def link sbp7PunctuationHeld2 sbpPunctuation
hi def link sbp7Punctuation1 sbpPunctuation
hi def link sbp7Operator2 sbpOperator
hi def link sbp7Number2 sbpNumber
hi def link sbp7String2 sbpString
hi def link sbp7String2Long sbpString
hi def link sbp7Constant2 sbpConstant
hi def link sbp7Operator1 sbpOperator
hi def link sbp8Invalid2 sbpInvalid
hi def link sbp8PunctuationHeld2 sbpPunctuation
hi def link sbp8Punctuation1 sbpPunctuation
hi def link sbp8Operator2 sbpOperator
hi def link sbp8Number2 sbpNumber
hi def link sbp8String2 sbpString
hi def link sbp8String2Long sbpString
hi def link sbp8Reference12 sbpReference
hi def link sbp8Constant12 sbpConstant
hi def link sbp8Operator1 sbpOperator
hi def link sbp9Invalid2 sbpInvalid
hi def link sbp9PunctuationHeld2 sbpPunctuation
hi def link sbp9Punctuation1 sbpPunctuation
hi def link sbp9Operator2 sbpOperator
hi def link sbp9Number2 sbpNumber
hi def link sbp9String13 sbpString
hi def link sbp9String13Long sbpString
hi def link sbp9Constant13 sbpConstant
hi def link sbp9Operator1 sbpOperator
hi def link sbp10Invalid2 sbpInvalid
hi def link sbp10PunctuationHeld2 sbpPunctuation
hi def link sbp10Punctuation1 sbpPunctuation
hi def link sbp10Operator2 sbpOperator
hi def link sbp10Number2 sbpNumber
hi def link sbp10String2 sbpString
hi def link sbp10String2Long sbpString
hi def link sbp10Reference2 sbpReference
hi def link sbp10Attribute11 sbpAttribute
hi def link sbp10Attribute10 sbpAttribute
hi def link sbp10Attribute7 sbpAttribute
hi def link sbp10Attribute9 sbpAttribute
hi def link sbp10Attribute1 sbpAttribute
hi def link sbp10Attribute8 sbpAttribute
hi def link sbp10Attribute2 sbpAttribute
hi def link sbp10Keyword7 sbpKeyword
hi def link sbp10Keyword6 sbpKeyword
hi def link sbp10Lane3 sbpLane
hi def link sbp10Keyword2 sbpKeyword
hi def link sbp10Keyword5 sbpKeyword
hi def link sbp10Keyword4 sbpKeyword
hi def link sbp10Constant2 sbpConstant
hi def link sbp10Reference7 sbpReference
hi def link sbp10Reference6 sbpReference
hi def link sbp10Reference3 sbpReference
hi def link sbp10Reference5 sbpReference
hi def link sbp10Reference4 sbpReference
hi def link sbp10Operator1 sbpOperator
hi def link sbp11Invalid2 sbpInvalid
hi def link sbp11PunctuationHeld2 sbpPunctuation
hi def link sbp11Punctuation1 sbpPunctuation
hi def link sbp11Operator2 sbpOperator
hi def link sbp11Number2 sbpNumber
hi def link sbp11String2 sbpString
hi def link sbp11String2Long sbpString
hi def link sbp11Reference14 sbpReference
hi def link sbp11Constant14 sbpConstant
hi def link sbp11Operator1 sbpOperator
hi def link sbp12Invalid2 sbpInvalid
hi def link sbp12PunctuationHeld8 sbpPunctuation
hi def link sbp12Punctuation8 sbpPunctuation
hi def link sbp12Operator2 sbpOperator
hi def link sbp12Number2 sbpNumber
hi def link sbp12String2 sbpString
hi def link sbp12String2Long sbpString
hi def link sbp12Reference2 sbpReference
hi def link sbp12Attribute11 sbpAttribute
hi def link sbp12Attribute10 sbpAttribute
hi def link sbp12Attribute7 sbpAttribute
hi def link sbp12Attribute9 sbpAttribute
hi def link sbp12Attribute1 sbpAttribute
hi def link sbp12Attribute8 sbpAttribute
hi def link sbp12Attribute2 sbpAttribute
hi def link sbp12Keyword7 sbpKeyword
hi def link sbp12Keyword6 sbpKeyword
hi def link sbp12Lane3 sbpLane
hi def link sbp12Keyword2 sbpKeyword
hi def link sbp12Keyword5 sbpKeyword
hi def link sbp12Keyword4 sbpKeyword
hi def link sbp12Constant2 sbpConstant
hi def link sbp12Reference7 sbpReference
hi def link sbp12Reference6 sbpReference
hi def link sbp12Reference3 sbpReference
hi def link sbp12Reference5 sbpReference
hi def link sbp12Reference4 sbpReference
hi def link sbp12Operator1 sbpOperator
hi def link sbp13Invalid2 sbpInvalid
hi def link sbp13PunctuationHeld9 sbpPunctuation
hi def link sbp13Punctuation1 sbpPunctuation
hi def link sbp13Operator2 sbpOperator
hi def link sbp13Number2 sbpNumber
hi def link sbp13String2 sbpString
hi def link sbp13String2Long sbpString
hi def link sbp13Reference2 sbpReference
hi def link sbp13Attribute11 sbpAttribute
hi def link sbp13Attribute10 sbpAttribute
hi def link sbp13Attribute7 sbpAttribute
hi def link sbp13Attribute9 sbpAttribute
hi def link sbp13Attribute1 sbpAttribute
hi def link sbp13Attribute8 sbpAttribute
hi def link sbp13Attribute2 sbpAttribute
hi def link sbp13Keyword7 sbpKeyword
hi def link sbp13Keyword6 sbpKeyword
hi def link sbp13Lane3 sbpLane
hi def link sbp13Keyword2 sbpKeyword
hi def link sbp13Keyword5 sbpKeyword
hi def link sbp13Keyword4 sbpKeyword
hi def link sbp13Constant2 sbpConstant
hi def link sbp13Reference7 sbpReference
hi def link sbp13Reference6 sbpReference
hi def link sbp13Reference3 sbpReference
hi def link sbp13Reference5 sbpReference
hi def link sbp13Reference4 sbpReference
hi def link sbp13Operator1 sbpOperator
hi def link sbp14Invalid2 sbpInvalid
hi def link sbp14PunctuationHeld11 sbpPunctuation
hi def link sbp14Punctuation11 sbpPunctuation
hi def link sbp14Operator2 sbpOperator
hi def link sbp14Number2 sbpNumber
hi def link sbp14String2 sbpString
hi def link sbp14String2Long sbpString
hi def link sbp14Reference2 sbpReference
hi def link sbp14Attribute11 sbpAttribute
hi def link sbp14Attribute10 sbpAttribute
hi def link sbp14Attribute7 sbpAttribute
hi def link sbp14Attribute9 sbpAttribute
hi def link sbp14Attribute1 sbpAttribute
hi def link sbp14Attribute8 sbpAttribute
hi def link sbp14Attribute2 sbpAttribute
hi def link sbp14Keyword7 sbpKeyword
hi def link sbp14Keyword6 sbpKeyword
hi def link sbp14Lane3 sbpLane
hi def link sbp14Keyword2 sbpKeyword
hi def link sbp14Keyword5 sbpKeyword
hi def link sbp14Keyword4 sbpKeyword
hi def link sbp14Constant2 sbpConstant
hi def link sbp14Reference7 sbpReference
hi def link sbp14Reference6 sbpReference
hi def link sbp14Reference3 sbpReference
hi def link sbp14Reference5 sbpReference
hi def link sbp14Reference4 sbpReference
hi def link sbp14Operator1 sbpOperator
hi def link sbpHeld2Invalid2 sbpInvalid
hi def link sbpHeld2PunctuationHeld2 sbpPunctuation
hi def link sbpHeld2Punctuation1 sbpPunctuation
hi def link sbpHeld2Operator2 sbpOperator
hi def link sbpHeld2Number2 sbpNumber
hi def link sbpHeld2String2 sbpString
hi def link sbpHeld2String2Long sbpString
hi def link sbpHeld2Reference2 sbpReference
hi def link sbpHeld2Attribute11 sbpAttribute
hi def link sbpHeld2Attribute10 sbpAttribute
hi def link sbpHeld2Attribute7 sbpAttribute
hi def link sbpHeld2Attribute9 sbpAttribute
hi def link sbpHeld2Attribute1 sbpAttribute
hi def link sbpHeld2Attribute8 sbpAttribute
hi def link sbpHeld2Attribute2 sbpAttribute
hi def link sbpHeld2Keyword7 sbpKeyword
hi def link sbpHeld2Keyword6 sbpKeyword
hi def link sbpHeld2Lane3 sbpLane
hi def link sbpHeld2Keyword2 sbpKeyword
hi def link sbpHeld2Keyword5 sbpKeyword
hi def link sbpHeld2Keyword4 sbpKeyword
hi def link sbpHeld2Constant2 sbpConstant
hi def link sbpHeld2Reference7 sbpReference
hi def link sbpHeld2Reference6 sbpReference
hi def link sbpHeld2Reference3 sbpReference
hi def link sbpHeld2Reference5 sbpReference
hi def link sbpHeld2Reference4 sbpReference
hi def link sbpHeld2Operator1 sbpOperator
hi def link sbpHeld2Comment sbpComment
hi def link sbpHeld8Invalid2 sbpInvalid
hi def link sbpHeld8PunctuationHeld2 sbpPunctuation
hi def link sbpHeld8Punctuation1 sbpPunctuation
hi def link sbpHeld8Operator2 sbpOperator
hi def link sbpHeld8Number2 sbpNumber
hi def link sbpHeld8String2 sbpString
hi def link sbpHeld8String2Long sbpString
hi def link sbpHeld8Reference12 sbpReference
hi def link sbpHeld8Constant12 sbpConstant
hi def link sbpHeld8Operator1 sbpOperator
hi def link sbpHeld8Comment sbpComment
hi def link sbpHeld9Invalid2 sbpInvalid
hi def link sbpHeld9PunctuationHeld2 sbpPunctuation
hi def link sbpHeld9Punctuation1 sbpPunctuation
hi def link sbpHeld9Operator2 sbpOperator
hi def link sbpHeld9Number2 sbpNumber
hi def link sbpHeld9String13 sbpString
hi def link sbpHeld9String13Long sbpString
hi def link sbpHeld9Constant13 sbpConstant
hi def link sbpHeld9Operator1 sbpOperator
hi def link sbpHeld9Comment sbpComment
hi def link sbpHeld11Invalid2 sbpInvalid
hi def link sbpHeld11PunctuationHeld2 sbpPunctuation
hi def link sbpHeld11Punctuation1 sbpPunctuation
hi def link sbpHeld11Operator2 sbpOperator
hi def link sbpHeld11Number2 sbpNumber
hi def link sbpHeld11String2 sbpString
hi def link sbpHeld11String2Long sbpString
hi def link sbpHeld11Reference14 sbpReference
hi def link sbpHeld11Constant14 sbpConstant
hi def link sbpHeld11Operator1 sbpOperator
hi def link sbpHeld11Comment sbpComment

let b:current_syntax = 'service-blueprint'
