use super::program::Program;
use super::wording::fits;
use crate::lexicon::{Label, Lexicon};
use crate::ontology::ConceptId;
use crate::outline::{Document, Outline, Place};
use crate::text::{Sentence, Span, Text, sentences};
use std::collections::{HashMap, HashSet};

/// Longest name of a program, in characters.
const LONGEST: usize = 22;

/// Reads the programs of a text: titles in 《》, names in “”, and names that end in a head noun.
pub(crate) fn programs(text: &Text, outline: &Outline, lexicon: &Lexicon<'_>) -> Vec<Program> {
    let chars = text.chars();
    let heads = lexicon.kinds.find(text);
    let groups = lexicon.groups.find(text);
    let mut reader = Reader { chars, lexicon, heads, groups, found: Vec::new(), names: HashMap::new(), strategies: HashSet::new() };
    for (index, document) in outline.documents.iter().enumerate() {
        reader.names.clear();
        for sentence in sentences(text, document.span) {
            reader.sentence(index, document, &sentence);
        }
    }
    reader.found.sort_by_key(|program| (program.document, program.name.start, program.name.end));
    reader.found
}

struct Reader<'a> {
    chars: &'a [char],
    lexicon: &'a Lexicon<'a>,
    heads: Vec<Label>,
    groups: Vec<Label>,
    found: Vec<Program>,
    names: HashMap<String, usize>,
    strategies: HashSet<String>,
}

/// A quotation inside a sentence: its content without the marks.
#[derive(Clone, Copy)]
struct Quoted {
    content: Span,
    title: bool,
}

impl Reader<'_> {
    fn char(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\n')
    }

    fn sentence(&mut self, index: usize, document: &Document, sentence: &Sentence) {
        let quotes = self.quotes(sentence.span);
        for (at, quoted) in quotes.iter().enumerate() {
            if quoted.title {
                self.title(index, document, sentence, quoted.content);
            } else {
                self.quotation(index, document, sentence, &quotes, at);
            }
        }
        self.head_nouns(index, document, sentence, &quotes);
    }

    fn quotes(&self, within: Span) -> Vec<Quoted> {
        let mut list = Vec::new();
        let mut open: Option<(usize, bool)> = None;
        for at in within.start..within.end {
            match (self.chars[at], open) {
                ('“', _) => open = Some((at + 1, false)),
                ('《', None) => open = Some((at + 1, true)),
                ('”', Some((start, false))) => {
                    list.push(Quoted { content: Span::new(start, at), title: false });
                    open = None;
                }
                ('》', Some((start, true))) => {
                    list.push(Quoted { content: Span::new(start, at), title: true });
                    open = None;
                }
                _ => {}
            }
        }
        list
    }

    /// A document named by its title.
    fn title(&mut self, index: usize, document: &Document, sentence: &Sentence, content: Span) {
        let len = self.lexicon.cues.document_noun.before(&self.chars[..content.end], content.end);
        if len == 0 || content.len() < 4 {
            return;
        }
        if let Some(kind) = self.lexicon.document_kind {
            self.push(index, document, sentence, content, kind, "title-in-marks");
        }
    }

    /// A name in quotation marks.
    fn quotation(&mut self, index: usize, document: &Document, sentence: &Sentence, quotes: &[Quoted], at: usize) {
        let content = quotes[at].content;
        let words = &self.chars[content.start..content.end];
        let list = words.contains(&'、');
        let digits = words.iter().filter(|c| c.is_ascii_digit()).count();
        if words.is_empty() || words.iter().any(|c| matches!(c, '，' | '。' | '；' | '：' | ',')) || (digits > 2 && !list) {
            return;
        }
        if self.lexicon.cues.slogan.at(&self.chars[..content.end], content.start) == content.len() || plan_name(words) {
            return;
        }
        let after = self.head_after(content.end + 1);
        let joint = self.joint_head(quotes, at);
        let own = self.head_at_end(content);
        // “甲”为中心 and the like go on in the sentence.
        let numbered = words.iter().any(|c| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '两' | '双' | '多' | '百' | '零' | '+' | '＋'));
        let kind = own.map(|(kind, _)| kind).or(after.map(|(kind, _)| kind)).or(joint);
        if list {
            // “甲、乙、丙”六大专项行动: each member is a program of that kind.
            if let Some(kind) = after.map(|(kind, _)| kind).filter(|_| self.counted_head(content.end + 1)) {
                for member in parts(self.chars, content) {
                    self.push(index, document, sentence, member, kind, "member-of-quoted-list");
                }
            }
            return;
        }
        let clause = sentence.clauses[sentence.clause_at(content.start)];
        let practice = self.lexicon.cues.method.find(self.chars, content.end, (content.end + 24).min(sentence.span.end)).is_some();
        if content.len() > 12 {
            let named = own.and_then(|(kind, at)| Some((kind, self.name_before(Span::new(at, content.end), content)?.0)));
            if let Some((kind, name)) = named {
                self.push(index, document, sentence, name, kind, "quoted-name");
            } else if let Some(kind) = self.lexicon.practice_kind.filter(|_| practice && content.len() <= 30) {
                self.push(index, document, sentence, content, kind, "quoted-practice");
            }
            return;
        }
        let kind = match kind.or_else(|| self.kind_of_verb(sentence, content.start)) {
            Some(kind) => Some(kind),
            None if numbered && content.len() >= 2 && self.verb_in(Span::new(clause.start, content.start)) => self.lexicon.standard_kind,
            None if content.len() >= 4 && self.introduced_closely(content.start, clause) => self.lexicon.kind_of_code("brand"),
            None => None,
        };
        let vague = kind.is_some() && own.is_none() && after.is_none() && joint.is_none() && !numbered;
        if vague && self.chars[clause.start..content.start].ends_with(&['实', '现', '“']) {
            return;
        }
        let Some(kind) = kind else { return };
        if content.len() <= 2 {
            // A short name needs its head: “两山”实践创新基地.
            match after {
                Some((kind, end)) => self.push(index, document, sentence, Span::new(content.start, end), kind, "quoted-name-with-head"),
                None if numbered => self.push(index, document, sentence, content, kind, "quoted-name"),
                None => {}
            }
            return;
        }
        self.push(index, document, sentence, content, kind, "quoted-name");
    }

    /// The head noun that follows a closing mark within a few characters: “政担银”机制.
    fn head_after(&self, from: usize) -> Option<(ConceptId, usize)> {
        let first = self.heads.partition_point(|label| label.span.start < from);
        let label = self.heads[first..].iter().take_while(|label| label.span.start <= from + 8).last_in_phrase(self.chars, from)?;
        Some((self.kind(label)?, label.span.end))
    }

    /// “甲”、“乙”等专项行动: the head behind the last of a row of quotations.
    fn joint_head(&self, quotes: &[Quoted], at: usize) -> Option<ConceptId> {
        let mut last = at;
        while let Some(next) = quotes.get(last + 1) {
            let gap = &self.chars[quotes[last].content.end + 1..next.content.start.saturating_sub(1).max(quotes[last].content.end + 1)];
            if !gap.iter().all(|c| matches!(c, '、' | '和' | '及' | '与')) {
                break;
            }
            last += 1;
        }
        let mut from = quotes[last].content.end + 1;
        if self.char(from) == '等' {
            from += 1;
        }
        while matches!(self.char(from), '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '大' | '个' | '项' | '特' | '色') {
            from += 1;
        }
        self.head_after(from).map(|(kind, _)| kind)
    }

    fn counted_head(&self, from: usize) -> bool {
        super::numeral::is_chinese_numeral(self.char(from)) || self.char(from).is_ascii_digit() || self.char(from) == '等'
    }

    fn head_at_end(&self, span: Span) -> Option<(ConceptId, usize)> {
        let first = self.heads.partition_point(|label| label.span.start < span.start);
        let label = self.heads[first..].iter().take_while(|label| label.span.end <= span.end).find(|label| label.span.end == span.end)?;
        Some((self.kind(label)?, label.span.start))
    }

    fn kind(&self, label: &Label) -> Option<ConceptId> {
        let top = self.lexicon.program_kinds;
        let concepts = self.lexicon.kinds.concepts(label.label).iter();
        concepts.copied().find(|id| self.lexicon.ontology.concept(*id).broader.first().copied() == top)
    }

    /// The kind that the verb before a quoted name tells: 打造 a brand, 开展 an activity.
    fn kind_of_verb(&self, sentence: &Sentence, before: usize) -> Option<ConceptId> {
        let from = before.saturating_sub(14).max(sentence.span.start);
        let words: String = self.chars[from..before].iter().collect();
        let last = [("打造", "brand"), ("形成", "brand"), ("叫响", "brand"), ("擦亮", "brand"), ("开展", "event"), ("举办", "event"), ("实施", "plan"), ("推行", "policy"), ("实行", "standard"), ("实现", "standard"), ("推进", "plan"), ("建立", "mechanism"), ("构建", "system"), ("落实", "policy"), ("推出", "brand"), ("开发", "platform"), ("培育", "brand"), ("出台", "policy")]
            .iter()
            .filter_map(|(verb, kind)| words.rfind(verb).map(|at| (at, *kind)))
            .max()?;
        self.lexicon.kind_of_code(last.1)
    }

    /// Names without marks: words that end in a head noun and stand behind a verb that introduces programs.
    fn head_nouns(&mut self, index: usize, document: &Document, sentence: &Sentence, quotes: &[Quoted]) {
        let first = self.heads.partition_point(|label| label.span.start < sentence.span.start);
        let labels: Vec<Label> = self.heads[first..].iter().take_while(|label| label.span.end <= sentence.span.end).copied().collect();
        for label in labels {
            let Some(kind) = self.kind(&label) else { continue };
            let inside = quotes.iter().any(|quoted| quoted.content.overlaps(label.span));
            let runs_on = labels_at(&self.heads, label.span.end).is_some_and(|next| self.ends_name(next.span.end) && self.kind(next).is_some());
            if inside || runs_on || !self.ends_name(label.span.end) || self.bracketed(label.span.start, sentence.span.start) {
                continue;
            }
            let clause = sentence.clauses[sentence.clause_at(label.span.start)];
            let Some((name, introduced)) = self.name_before(label.span, clause) else { continue };
            let modifiers = label.span.start.saturating_sub(name.start);
            if name.len() <= LONGEST && self.tells(kind, label.span.len(), modifiers, introduced) {
                self.push(index, document, sentence, name, kind, "head-noun");
            }
        }
    }

    /// Whether a head noun of a kind, with so many characters before it, names something of its own.
    fn tells(&self, kind: ConceptId, head: usize, modifiers: usize, introduced: bool) -> bool {
        let concept = self.lexicon.ontology.concept(kind);
        match concept.code() {
            "subsidy" | "loan" | "insurance" | "tax" => modifiers >= 2 || head >= 5,
            "fund" => modifiers >= 2 && (head > 2 || head + modifiers >= 6) && introduced,
            "workshop" => introduced && head + modifiers >= 4,
            "post" => introduced && head >= 4 && (head >= 5 || modifiers >= 2),
            "practice" => head >= 4 && modifiers == 0,
            "policy" | "brand" => false,
            "platform" | "system" | "mechanism" => introduced && modifiers >= 2 && head + modifiers >= 5,
            "standard" => introduced && head >= 3 && modifiers >= 2,
            "event" | "training" | "organisation" | "cooperation" | "project" if head <= 2 => introduced && modifiers >= 3,
            _ => introduced && modifiers >= 2,
        }
    }

    /// Whether an offset stands inside brackets of its sentence.
    fn bracketed(&self, at: usize, from: usize) -> bool {
        let last = self.chars[from..at].iter().rev().find(|c| matches!(c, '（' | '(' | '）' | ')'));
        matches!(last, Some('（' | '('))
    }

    /// Whether a head noun ends a name: a mark, a number, a verb or a particle must follow.
    fn ends_name(&self, at: usize) -> bool {
        let next = self.char(at);
        let cues = &self.lexicon.cues;
        !next.is_alphabetic()
            || matches!(next, '超' | '正' | '近' | '等' | '和' | '与' | '及' | '的' | '共' | '达' | '已' | '在' | '为' | '由' | '以' | '从' | '将' | '中' | '上' | '是' | '标' | '有' | '余' | '对' | '向')
            || super::numeral::is_chinese_numeral(next)
            || ["建设", "工作", "改革", "试点", "模式", "项目", "政策", "资金", "创建", "制度", "标准", "覆盖", "余额", "落地", "项", "升级"].iter().any(|word| self.chars[at..].starts_with(&word.chars().collect::<Vec<_>>()))
            || cues.introduce.at(self.chars, at) > 0
            || cues.act.at(self.chars, at) >= 2
            || cues.tail.at(self.chars, at) >= 2
    }

    /// The words before a head noun that belong to the name, and whether a verb or a number introduces it.
    fn name_before(&self, head: Span, clause: Span) -> Option<(Span, bool)> {
        let cues = &self.lexicon.cues;
        let mut start = head.start;
        let mut introduced = false;
        while start > clause.start {
            let c = self.chars[start - 1];
            if matches!(c, '”' | '》') {
                let open = self.chars[..start - 1].iter().rposition(|c| *c == '“').unwrap_or(0);
                if head.start - start < 4 || start - open <= 4 {
                    return None;
                }
                introduced = true;
                break;
            }
            if c == '等' || (c == '在' && !matches!(self.char(start), '线' | '职' | '岗' | '校')) {
                break;
            }
            if c.is_ascii_digit() {
                // 15分钟就业服务圈 begins with its number, 2017年… and 4亿元… do not.
                let run = self.chars[..start].iter().rev().take_while(|c| c.is_ascii_digit()).count();
                if run <= 2 && matches!(self.char(start), '年' | '分') && start - run > clause.start {
                    start -= run;
                    continue;
                }
                // What stands between the number and the name is its unit.
                let scale = super::numeral::numeral(self.chars, start - 1).map_or(start, |n| n.span.end);
                let unit = self.lexicon.units.at(self.chars, scale).map_or(0, |(_, len)| len);
                start = (scale + unit).max(start).min(head.start);
                break;
            }
            if matches!(c, '、' | '，' | ',' | '“' | '《' | '（' | '(' | '）' | ')' | '：' | ' ' | '　' | '—' | '…') || c.is_whitespace() {
                introduced |= matches!(c, '、') && self.row_introduced(start - 1, clause);
                break;
            }
            if c == '的' && head.start - start >= 2 {
                introduced |= self.verb_in(Span::new(clause.start, start));
                break;
            }
            if matches!(c, '和' | '与' | '及' | '或') && head.start - start >= 3 {
                introduced |= self.verb_in(Span::new(clause.start, start));
                break;
            }
            let len = cues.name_start.before(&self.chars[..start], start);
            if len >= 2 && start - len >= clause.start && (head.start - start >= 2 || self.long(head) || head.start == start) {
                introduced = true;
                break;
            }
            if self.counted(start) && head.start > start {
                introduced = true;
                break;
            }
            if head.end - start >= LONGEST {
                return None;
            }
            start -= 1;
        }
        introduced |= start > clause.start && self.verb_in(Span::new(clause.start, start));
        introduced |= self.opens(start, clause) && self.subject(Span::new(start, head.start), head);
        let name = self.trim(Span::new(start, head.end));
        Some((name, introduced || self.counted_behind(head.end)))
    }

    /// Whether a name that opens its clause is its subject: a lasting thing, with no verb in its own words.
    fn subject(&self, modifiers: Span, head: Span) -> bool {
        let lasting = labels_at(&self.heads, head.start).and_then(|label| self.kind(label)).is_some_and(|kind| {
            matches!(self.lexicon.ontology.concept(kind).code(), "project" | "campaign" | "plan" | "base" | "facility" | "mechanism" | "system" | "workshop")
        });
        let cues = &self.lexicon.cues;
        let verb = cues.name_start.inside(self.chars, modifiers.start, modifiers.end) || cues.future.inside(self.chars, modifiers.start, modifiers.end);
        let words = &self.chars[modifiers.start..modifiers.end];
        modifiers.len() >= 4 && lasting && !verb && !words.iter().any(|c| matches!(c, '要' | '让' | '进' | '以' | '是' | '各' | '我'))
    }

    /// Whether a name is the subject that opens its clause.
    fn opens(&self, start: usize, clause: Span) -> bool {
        self.chars[clause.start..start.max(clause.start)].iter().all(|c| c.is_whitespace())
    }

    fn long(&self, head: Span) -> bool {
        head.len() >= 4
    }

    /// Whether a unit of counting ends before `at`: 15个, 304个.
    fn counted(&self, at: usize) -> bool {
        matches!(self.chars[at - 1], '个' | '家' | '所' | '批' | '类' | '项' | '场' | '条') && at >= 2 && (self.chars[at - 2].is_ascii_digit() || super::numeral::is_chinese_numeral(self.chars[at - 2]) || matches!(self.chars[at - 2], '余' | '多'))
    }

    fn counted_behind(&self, end: usize) -> bool {
        self.char(end).is_ascii_digit()
    }

    /// Whether a verb that introduces programs stands right before an opening mark.
    fn introduced_closely(&self, content: usize, clause: Span) -> bool {
        self.verb_in(Span::new(clause.start.max(content.saturating_sub(8)), content))
    }

    fn verb_in(&self, span: Span) -> bool {
        self.lexicon.cues.introduce.inside(self.chars, span.start, span.end)
    }

    /// In a row parted by 、 the verb before the first member introduces all.
    fn row_introduced(&self, at: usize, clause: Span) -> bool {
        self.verb_in(Span::new(clause.start, at))
    }

    /// Strips places, times, adverbs and adjectives of extent from the front of a name.
    fn trim(&self, mut span: Span) -> Span {
        let cues = &self.lexicon.cues;
        loop {
            let words: String = self.chars[span.start..span.end].iter().collect();
            let own = fits(&cues.own_region, self.chars, span);
            let region = self.lexicon.regions.prefix(&words);
            let lead = ["首届", "首批", "新一轮", "各类", "各项", "一批", "更加", "统一", "专业化", "系列", "一系列", "相关", "有关", "国家和", "等", "了", "好", "其", "该", "这", "对", "将", "把", "以", "在", "为", "向", "和", "与", "及", "并", "从", "重点", "全面", "持续", "深入", "大力", "积极", "继续", "扎实", "稳步", "进一步", "大规模", "一大批", "省内", "市内", "本地", "主动", "广泛"]
                .iter()
                .filter(|word| words.starts_with(**word))
                .map(|word| word.chars().count())
                .max()
                .unwrap_or(0);
            let lead = lead.max(fits(&cues.introduce, self.chars, span)).max(self.year_at(span));
            let country = matches!(words.as_str(), w if w.starts_with("中国") || w.starts_with("全国"));
            let count = super::numeral::numeral(self.chars, span.start).filter(|n| n.span.end + 2 < span.end);
            let counted = count.and_then(|n| self.lexicon.units.at(self.chars, n.span.end).filter(|(unit, _)| unit.code == "count").map(|(_, len)| n.span.len() + len));
            let lead = lead.max(counted.unwrap_or(0));
            let len = own.max(if country { 0 } else { region }).max(lead);
            if len == 0 || len + 2 > span.len() {
                return span;
            }
            span.start += len;
            if region > 0 && len == region && matches!(self.char(span.start), '省' | '市' | '区' | '县' | '州') {
                span.start += 1;
            }
        }
    }

    /// The region named right before a name in marks: 河南省“…”.
    fn region_before(&self, name: usize, clause: Span) -> Option<Place> {
        let end = name.checked_sub(1).filter(|at| self.chars[*at] == '“' && *at > clause.start + 1)?;
        let from = end.saturating_sub(10).max(clause.start);
        let words: String = self.chars[from..end].iter().collect();
        let id = (0..words.chars().count()).find_map(|skip| {
            let tail: String = words.chars().skip(skip).collect();
            self.lexicon.regions.exact(&tail).first().copied()
        })?;
        Some(Place { region: Some(id), name: self.lexicon.ontology.concept(id).label.clone(), within: None })
    }

    /// Length of a year or a count of years at the start: 2017年.
    fn year_at(&self, span: Span) -> usize {
        let year = super::numeral::numeral(self.chars, span.start).filter(|n| n.span.end < span.end && self.chars[n.span.end] == '年');
        year.filter(|n| n.value > rust_decimal::Decimal::from(1900)).map_or(0, |n| n.span.len() + 1)
    }

    fn push(&mut self, index: usize, document: &Document, sentence: &Sentence, name: Span, kind: ConceptId, rule: &'static str) {
        let key: String = self.chars[name.start..name.end].iter().filter(|c| !matches!(c, '“' | '”' | ' ')).collect();
        if self.names.contains_key(&key) {
            return;
        }
        // A strategy is the country's, whoever carries it out.
        let national = self.lexicon.ontology.at("vocab/kind-strategy") == Some(kind);
        if national && !self.strategies.insert(key.clone()) {
            return;
        }
        let clause = sentence.clauses[sentence.clause_at(name.start)];
        let last = document.sections.partition_point(|section| section.span.start <= name.start);
        let section = (0..last).rev().find(|at| document.sections[*at].span.contains(name.start));
        let named = self.region_before(name.start, clause);
        let place = named.or_else(|| document.region.clone()).filter(|_| !national).unwrap_or_else(|| Place {
            region: self.lexicon.country,
            name: self.lexicon.country.map_or_else(String::new, |id| self.lexicon.ontology.concept(id).label.clone()),
            within: None,
        });
        let from = self.groups.partition_point(|label| label.span.start < clause.start);
        let mut groups: Vec<ConceptId> = self.groups[from..]
            .iter()
            .take_while(|label| label.span.end <= clause.end)
            .filter_map(|label| self.lexicon.groups.concepts(label.label).first().copied())
            .collect();
        groups.sort_unstable();
        groups.dedup();
        self.names.insert(key, self.found.len());
        self.found.push(Program {
            document: index,
            section,
            name,
            quote: quote(self.chars, clause),
            kind,
            place,
            groups,
            instruments: Vec::new(),
            part_of: None,
            rule,
        });
    }
}

fn quote(chars: &[char], mut span: Span) -> Span {
    let blank = |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '。' | '；' | ';' | '、' | '：' | '|');
    while span.start < span.end && blank(chars[span.start]) {
        span.start += 1;
    }
    while span.end > span.start && blank(chars[span.end - 1]) {
        span.end -= 1;
    }
    span
}

/// The head noun that begins at an offset.
fn labels_at(heads: &[Label], at: usize) -> Option<&Label> {
    let index = heads.partition_point(|label| label.span.start < at);
    heads.get(index).filter(|label| label.span.start == at)
}

fn parts(chars: &[char], span: Span) -> Vec<Span> {
    let mut list = Vec::new();
    let mut start = span.start;
    for at in span.start..=span.end {
        if at == span.end || chars[at] == '、' {
            if at > start {
                list.push(Span::new(start, at));
            }
            start = at + 1;
        }
    }
    list
}

/// “十四五” names a plan period.
fn plan_name(words: &[char]) -> bool {
    super::time::plan_period(words).is_some() && words.len() <= 3
}

/// The last head of an unbroken phrase that starts at `from`.
trait LastInPhrase<'l> {
    fn last_in_phrase(self, chars: &[char], from: usize) -> Option<&'l Label>;
}

impl<'l, I: Iterator<Item = &'l Label>> LastInPhrase<'l> for I {
    fn last_in_phrase(self, chars: &[char], from: usize) -> Option<&'l Label> {
        let mut last = None;
        for label in self {
            let broken = chars[from.min(label.span.end)..label.span.end].iter().any(|c| matches!(c, '，' | '、' | '。' | '“' | ',' | '；' | '的' | '和' | '\n' | '与'));
            if broken {
                break;
            }
            last = Some(label);
        }
        last
    }
}
