use crate::facts::figure::Aspect;

/// What the head of a column says of the numbers under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// The thing itself.
    Level,
    /// A growth in per cent, or an increase in the unit of the thing.
    Change,
    /// A part of the whole.
    Share,
    /// A place in an ordering.
    Rank,
    /// Numbers that measure nothing: 序号, 电话.
    Nothing,
}

/// The sort of the numbers under a head; the head is without white space.
pub(super) fn sort(head: &str) -> Sort {
    let holds = |words: &[&str]| words.iter().any(|word| head.contains(word));
    if ["序号", "编号", "代码", "文号", "电话", "邮编", "页码", "日期", "时间", "备注"].contains(&head)
    {
        Sort::Nothing
    } else if holds(&["位次", "排名", "名次", "排位"]) {
        Sort::Rank
    } else if holds(&["比重", "占比", "构成", "份额"]) {
        Sort::Share
    } else if holds(&[
        "同比",
        "增长",
        "增速",
        "增幅",
        "涨幅",
        "降幅",
        "±",
        "增减",
        "比上年",
        "比年初",
        "增加额",
    ]) {
        Sort::Change
    } else {
        Sort::Level
    }
}

/// Whether a head names no thing of its own.
pub(super) fn is_generic(head: &str) -> bool {
    let bare = head.trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '年' | '月' | '末' | '底' | '-' | '—')
    });
    matches!(
        bare,
        "" | "数"
            | "值"
            | "额"
            | "量"
            | "指标值"
            | "数值"
            | "绝对数"
            | "绝对值"
            | "绝对额"
            | "绝对量"
            | "数量"
            | "总量"
            | "指标"
            | "完成"
            | "完成情况"
            | "完成值"
            | "完成数"
            | "本年"
            | "本期"
            | "本月"
            | "累计"
            | "合计"
            | "总计"
            | "实际"
            | "实绩"
            | "实际值"
            | "全年"
            | "全年数"
            | "年末数"
            | "期末数"
            | "期末"
            | "年末"
            | "目标"
            | "目标值"
            | "计划"
            | "计划数"
            | "预期"
            | "预期目标"
            | "金额"
            | "总额"
            | "人数"
            | "快报数"
            | "初步统计"
            | "预计"
            | "预计数"
            | "任务"
            | "任务数"
            | "项目"
            | "名称"
            | "上年"
            | "上年同期"
            | "去年同期"
    )
}

/// Whether a head says that its numbers are planned.
pub(super) fn is_plan(head: &str) -> bool {
    ["目标", "计划", "预期", "任务数", "预计"].iter().any(|word| head.contains(word))
        && !head.contains("完成")
}

impl Sort {
    /// The aspect of a number of this sort, by whether its unit is a share of a hundred.
    pub(super) fn aspect(self, percent: bool) -> Aspect {
        match self {
            Self::Change => Aspect::Change,
            Self::Share => Aspect::Share,
            Self::Rank => Aspect::Rank,
            Self::Level | Self::Nothing if percent => Aspect::Rate,
            Self::Level | Self::Nothing => Aspect::Level,
        }
    }
}
