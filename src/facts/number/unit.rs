use super::scan::Scanner;
use crate::lexicon::Unit;

impl Scanner<'_> {
    /// 元/生·年, 元／户: an amount of money a head, a household or a thing.
    fn rate(&self, unit: &Unit, end: usize) -> Option<(Option<Unit>, usize)> {
        if unit.code != "CNY" || !matches!(self.char(end), '/' | '／') {
            return None;
        }
        let code = match self.char(end + 1) {
            '生' | '人' => "CNY/person",
            '户' => "CNY/household",
            '亩' => "CNY/mu",
            _ => return None,
        };
        let mut close = end + 2;
        if matches!(self.char(close), '·' | '•' | '/' | '／' | '.' | '．' | '・')
            && matches!(self.char(close + 1), '年' | '月' | '天')
        {
            close += 2;
        }
        let unit = self.lexicon.units.of_code(code).or_else(|| self.lexicon.units.of_code("CNY/person"))?;
        Some((Some(unit.clone()), close))
    }

    /// The unit that stands behind a number, over one space at the most, and where it ends.
    pub(super) fn unit(&self, end: usize) -> (Option<Unit>, usize) {
        let at = if self.char(end) == ' ' { end + 1 } else { end };
        let Some((unit, len)) = self.lexicon.units.at(self.chars, at) else { return (None, end) };
        let next = self.char(at + len);
        let last = self.char(at + len - 1);
        // 人口, 人才, 家庭, 项目, 条件 are words, not units with something behind them.
        let word = match last {
            '人' if len == 1 => matches!(next, '口' | '才' | '员' | '民' | '均' | '社' | '力' | '士'),
            '家' if len == 1 => matches!(next, '庭' | '长' | '政' | '具' | '电'),
            '户' if len == 1 => matches!(next, '籍' | '口' | '外'),
            '项' if len == 1 => matches!(next, '目'),
            '条' if len == 1 => matches!(next, '件' | '例'),
            '场' if len == 1 => matches!(next, '所' | '馆' | '景'),
            '处' if len == 1 => matches!(next, '理' | '于' | '置'),
            '部' if len == 1 => matches!(next, '门' | '委' | '分' | '署' | '队'),
            '组' if len == 1 => matches!(next, '织'),
            '支' if len == 1 => matches!(next, '持' | '出'),
            '台' if len == 1 => matches!(next, '账' | '湾'),
            '种' if len == 1 => matches!(next, '植' | '业' | '养'),
            '本' if len == 1 => matches!(next, '科' | '级' | '地' | '市' | '省'),
            '门' if len == 1 => matches!(next, '类' | '户'),
            '年' if len == 1 => matches!(next, '级' | '度'),
            '方' if len == 1 => {
                !big_before(self.chars, at) || matches!(next, '面' | '案' | '式' | '针' | '位')
            }
            '对' if len == 1 => matches!(next, '口' | '外' | '接'),
            '名' if len == 1 => matches!(next, '牌' | '校'),
            '位' if len == 1 => matches!(next, '数' | '置' | '于' | '居' | '列'),
            '市' | '县' if len == 1 => matches!(next, '民' | '场' | '域' | '级'),
            '口' if len == 1 => matches!(next, '岸'),
            'P' if len == 1 => next.is_ascii_alphanumeric(),
            '国' if len == 1 => {
                matches!(next, '道' | '集' | '内' | '家' | '际' | '有' | '土' | '防' | '企' | '民')
            }
            '个' if len == 1 => match next {
                '体' | '别' | '位' => true,
                '人' => matches!(self.char(at + len + 1), '所' | '账' | '养' | '消' | '贷' | '参'),
                _ => false,
            },
            _ => false,
        };
        if word {
            return (None, end);
        }
        self.rate(unit, at + len).unwrap_or_else(|| (Some(unit.clone()), at + len))
    }
}

/// Whether a scale word stands before: 方 counts cubic metres only by the ten thousand.
fn big_before(chars: &[char], at: usize) -> bool {
    at > 0 && matches!(chars[at - 1], '万' | '亿')
}
