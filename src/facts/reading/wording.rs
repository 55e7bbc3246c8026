use crate::lexicon::{Lexicon, Words};
use crate::text::{Span, Text};

/// Longest name of an indicator, in characters.
pub(crate) const LONGEST: usize = 20;

/// Cuts what is not part of a name from the ends of a stretch of text.
pub(crate) struct Wording<'a> {
    pub(crate) chars: &'a [char],
    pub(crate) lexicon: &'a Lexicon<'a>,
}

impl Wording<'_> {
    /// The words before a number without adverbs, times, places and light verbs around them.
    pub(crate) fn subject(&self, span: Span) -> Span {
        // 省委、省政府提出城镇新增就业…: what is put forward stands behind the verb.
        let said: Vec<char> = "提出".chars().collect();
        let at =
            (span.start..span.end.saturating_sub(5)).rev().find(|at| self.chars[*at..].starts_with(&said));
        let span = at.map_or(span, |at| Span::new(at + said.len(), span.end));
        self.strip_end(self.strip_start(self.before_base(span)))
    }

    /// In 补贴标准提高到上年度缴费的60% the words before 提高到 name what is measured.
    fn before_base(&self, span: Span) -> Span {
        if span.is_empty() || self.chars[span.end - 1] != '的' {
            return span;
        }
        let reach = |at: &usize| {
            let len = fits(&self.lexicon.cues.tail, self.chars, Span::new(*at, span.end));
            len >= 3 && matches!(self.chars[at + len - 1], '到' | '至')
        };
        let at = (span.start + 2..span.end).rev().find(reach);
        at.map_or(span, |at| Span::new(span.start, at))
    }

    /// Strips leading adverbs, times, places of the document and marks.
    pub(crate) fn strip_start(&self, mut span: Span) -> Span {
        let cues = &self.lexicon.cues;
        loop {
            let at = span.start;
            if at >= span.end {
                return span;
            }
            let c = self.chars[at];
            let len = if c.is_whitespace()
                || matches!(
                    c,
                    '“' | '”' | '《' | '》' | '—' | '（' | '）' | '(' | ')' | '·' | '.' | '．' | '…'
                ) {
                1
            } else {
                self.time(span)
                    .max(fits(&cues.own_region, self.chars, span))
                    .max(self.region(span))
                    .max(fits(&cues.respectively, self.chars, span))
                    .max(fits(&cues.each_year, self.chars, span))
                    .max(self.lead(span))
            };
            if len == 0 || len > span.len() {
                return span;
            }
            span.start += len;
        }
    }

    /// A leading adverb, unless it begins a longer word that names something (新型, 全面小康).
    fn lead(&self, span: Span) -> usize {
        let len = fits(&self.lexicon.cues.lead, self.chars, span);
        let next = self.chars.get(span.start + len).copied().unwrap_or(' ');
        let word = match (len, self.chars[span.start]) {
            (1, '新') => matches!(
                next,
                '增' | '建'
                    | '型'
                    | '能'
                    | '兴'
                    | '生'
                    | '农'
                    | '业'
                    | '三'
                    | '登'
                    | '开'
                    | '培'
                    | '引'
                    | '签'
                    | '区'
                    | '材'
                    | '成'
                    | '就'
            ),
            (1, '全') => true,
            (1, '现') => matches!(next, '代' | '有' | '场'),
            (1, '对') => matches!(next, '外' | '口' | '共' | '俄'),
            (1, '和') => matches!(next, '美' | '谐' | '平'),
            (1, '与' | '及') => false,
            (1, '已') => matches!(next, '建'),
            (2, '直') => matches!(next, '融' | '投' | '补' | '接'),
            (1, '从') => matches!(next, '业'),
            (1, '在') => matches!(next, '校' | '建' | '园' | '职' | '岗' | '线' | '册'),
            (1, '将' | '把' | '以' | '由' | '按' | '向' | '让' | '使' | '为') => {
                matches!((self.chars[span.start], next), ('以', '工' | '旧') | ('为', '民') | ('向', '阳'))
            }
            (1, '有') => matches!(next, '效' | '机' | '色' | '线'),
            (1, '再') => matches!(next, '就' | '生' | '贷'),
            (1, '其') => matches!(next, '他' | '它' | '余'),
            (1, '均' | '就') => matches!(next, '业' | '衡' | '等' | '医' | '地' | '近' | '诊' | '读'),
            (1, '该' | '的' | '了' | '着') => false,
            (1, '共') => matches!(next, '建' | '享' | '同' | '富'),
            (2, '重') => matches!(next, '群' | '项' | '产' | '工' | '企' | '领' | '行' | '生' | '国' | '流'),
            (2, '主') => matches!(next, '农' | '产' | '污' | '税' | '指' | '河'),
            (2, '全') => matches!(next, '小'),
            (2, '人') => true,
            (2, '免') => matches!(next, '教'),
            (2, '连') => false,
            _ => false,
        };
        if word { 0 } else { len }
    }

    /// Length of a time expression at the start of a span.
    fn time(&self, span: Span) -> usize {
        let years = super::time::Years { issued: 2000, passage: 2000 };
        let chars = &self.chars[..span.end];
        let limit = Span::new(span.start, span.end.min(span.start + 14));
        let time = super::time::opening(chars, limit, years, &self.lexicon.cues);
        let len = time.map_or(0, |mention| mention.span.len());
        // 2024年底前
        let len = len + usize::from(len > 0 && chars.get(span.start + len) == Some(&'前'));
        // 2017届 tells a cohort apart, not a measure.
        let cohort = crate::facts::number::numeral(chars, span.start)
            .filter(|n| n.span.end < span.end && chars[n.span.end] == '届');
        if let Some(cohort) = cohort.filter(|_| len == 0) {
            return cohort.span.len() + 1;
        }
        // 连续四年 dates, it names nothing.
        if len == 0 {
            let years = crate::facts::number::numeral(chars, span.start).filter(|n| n.span.end < span.end);
            if let Some(years) =
                years.filter(|n| chars[n.span.end] == '年' && n.value < rust_decimal::Decimal::ONE_HUNDRED)
            {
                return years.span.len() + 1;
            }
        }
        // 截至2017年底
        if len == 0 && chars[span.start..].starts_with(&['截', '至']) {
            return 2;
        }
        len
    }

    fn region(&self, span: Span) -> usize {
        let words = self.chars[span.start..span.end.min(span.start + 12)].iter().collect();
        let len = self.lexicon.place_prefix(&Text::new(words));
        let behind = Span::new(span.start + len, span.end.min(span.start + len + 8));
        if len > 0 && self.lexicon.cues.institution.inside(self.chars, behind.start, behind.end) {
            // 浙江大学 names one thing.
            return 0;
        }
        let mut end = span.start + len;
        if len > 0
            && end < span.end
            && matches!(self.chars[end], '省' | '市' | '州' | '区' | '县' | '盟')
            && !matches!(self.chars.get(end + 1), Some('场' | '民' | '级' | '镇'))
        {
            end += 1;
        }
        end - span.start
    }

    /// Strips light verbs, hedges and comparisons from the end.
    pub(crate) fn strip_end(&self, mut span: Span) -> Span {
        let cues = &self.lexicon.cues;
        loop {
            let Some(last) = self.chars[span.start..span.end].last() else { return span };
            if self.chars[span.start..span.end].ends_with(&['基', '础', '上'])
                && let Some(at) =
                    self.chars[span.start..span.end].iter().rposition(|c| *c == '在').filter(|at| *at > 1)
            {
                // 补偿比例在上年度的基础上提高
                span.end = span.start + at;
                continue;
            }
            if let Some(start) = year_before(self.chars, span) {
                // …由2010年, …总产量十年
                span.end = start;
                continue;
            }
            if *last == '年' {
                // …就业率连续9年
                let row = (span.start..span.end)
                    .rev()
                    .take(8)
                    .find(|at| self.chars[*at..span.end].starts_with(&['连', '续']));
                if let Some(at) = row.filter(|at| *at > span.start) {
                    span.end = at;
                    continue;
                }
            }
            let len = if last.is_whitespace() || matches!(last, '“' | '”' | '（' | '(' | ')' | '）' | '—')
            {
                1
            } else {
                let inside = &self.chars[..span.end];
                let len = cues.tail.before(inside, span.end);
                // 班列, 总和 end in the character of a verb or a conjunction.
                let noun = len == 1 && cues.compound.before(inside, span.end) > 0;
                let len = if noun { 0 } else { len };
                // 率 and the like end in a syllable that also ends a light verb; a word is stripped whole or not at all.
                if len < span.len() { len } else { span.len() }
            };
            if len == 0 {
                return span;
            }
            span.end -= len.min(span.len());
        }
    }

    /// Where an object begins: behind the last verb that carries one, when enough stands behind it.
    pub(crate) fn behind_verb(&self, span: Span) -> Span {
        let mut at = span.start;
        let mut start = span.start;
        while at < span.end {
            let len = fits(&self.lexicon.cues.act, self.chars, Span::new(at, span.end));
            if len > 0 && span.end - (at + len) >= 4 {
                start = at + len;
                at += len;
            } else {
                at += 1;
            }
        }
        Span::new(start, span.end)
    }

    /// Strips a number with its unit from the start: 15亿亩林地确权 names 林地确权.
    pub(crate) fn uncounted(&self, span: Span) -> Span {
        let Some(count) = crate::facts::number::numeral(self.chars, span.start) else { return span };
        let unit = self.lexicon.units.at(self.chars, count.span.end).map_or(0, |(_, len)| len);
        let start = count.span.end + unit;
        if start + 2 <= span.end { Span::new(start, span.end) } else { span }
    }

    /// Strips verbs that add nothing from the start: 培育市级创业载体 counts 市级创业载体.
    pub(crate) fn plain(&self, mut span: Span) -> Span {
        loop {
            let len = fits(&self.lexicon.cues.light_act, self.chars, span);
            // 保障性住房 is one word.
            if len == 0 || self.chars.get(span.start + len) == Some(&'性') || span.len() < len + 3 {
                return span;
            }
            span = self.strip_start(Span::new(span.start + len, span.end));
        }
    }

    /// Strips verbs that carry an object from the start: 建成农村电商服务站 names 农村电商服务站.
    pub(crate) fn object(&self, mut span: Span) -> Span {
        loop {
            let len = fits(&self.lexicon.cues.act, self.chars, span);
            if len < 2 || self.chars.get(span.start + len) == Some(&'性') || len >= span.len() {
                return span;
            }
            span.start += len;
            span = self.strip_start(span);
        }
    }

    /// Offset of the first verb that carries an object, at least two characters in.
    pub(crate) fn verb_inside(&self, span: Span) -> Option<usize> {
        (span.start + 2..span.end.saturating_sub(2))
            .find(|at| fits(&self.lexicon.cues.act, self.chars, Span::new(*at, span.end)) >= 2)
    }

    /// The words of a span as a name: no quotation marks, no brackets with what they hold.
    pub(crate) fn name(&self, span: Span) -> String {
        let mut name = String::new();
        let mut depth = 0;
        for c in &self.chars[span.start..span.end] {
            match c {
                '（' | '(' => depth += 1,
                '）' | ')' => depth -= 1,
                '“' | '”' | '‘' | '’' | '《' | '》' => {}
                '、' if depth == 0 => name.push('·'),
                c if depth > 0 || c.is_whitespace() || matches!(c, '，' | ',' | '。' | '；' | '：') => {}
                c => name.push(*c),
            }
        }
        name
    }

    /// Shortens a name to what an indicator may have: the end of it, from a natural break on.
    pub(crate) fn shorten_front(&self, span: Span) -> Span {
        if span.len() <= LONGEST || self.name(span).chars().count() <= LONGEST {
            return span;
        }
        let cut = self.behind_verb(span);
        if cut.len() <= LONGEST && cut.len() >= 3 {
            return cut;
        }
        let breaks = (span.end - LONGEST..span.end - 3)
            .find(|at| matches!(self.chars[*at], '、' | '的' | '和' | '与' | '”'));
        Span::new(breaks.map_or(span.end - LONGEST, |at| at + 1), span.end)
    }

    /// Shortens a name behind a number: the beginning of it, up to a natural break.
    pub(crate) fn shorten_back(&self, span: Span) -> Span {
        let told = (span.start + 4..span.end)
            .find(|at| fits(&self.lexicon.cues.told_adverb, self.chars, Span::new(*at, span.end)) > 0);
        let span = told.map_or(span, |at| Span::new(span.start, at));
        if span.len() <= LONGEST || self.name(span).chars().count() <= LONGEST {
            return span;
        }
        let end = span.start + LONGEST;
        let cues = &self.lexicon.cues;
        let adverb =
            (span.start + 6..end).find(|at| fits(&cues.lead, self.chars, Span::new(*at, span.end)) >= 2);
        if let Some(at) = adverb {
            return Span::new(span.start, at);
        }
        let breaks =
            (span.start + 4..end).rev().find(|at| matches!(self.chars[*at], '、' | '，' | ',' | '”'));
        Span::new(span.start, breaks.unwrap_or(end))
    }
}

/// Start of a year or a number of years that ends a span, with 前 before it.
fn year_before(chars: &[char], span: Span) -> Option<usize> {
    if chars.get(span.end.checked_sub(1)?) != Some(&'年') {
        return None;
    }
    let digits = |c: &char| c.is_ascii_digit() || crate::facts::number::is_chinese_numeral(*c);
    let count = chars[span.start..span.end - 1].iter().rev().take_while(|c| digits(c)).count();
    let mut start = span.end - 1 - count;
    if count == 0 {
        return None;
    }
    if start > span.start && chars[start - 1] == '前' {
        start -= 1;
    }
    (start > span.start && !chars[span.start..start].ends_with(&['连', '续'])).then_some(start)
}

/// Length of the longest word at the start of a span that ends inside it.
pub(crate) fn fits(words: &Words, chars: &[char], span: Span) -> usize {
    words.at(&chars[..span.end], span.start)
}
