#![allow(clippy::tabs_in_doc_comments, reason = "the cells of a table stand apart by tabs")]

use super::rules;

rules! {
    /// 数字前的指标 Indicator before its number
    ///
    /// 同一分句中，指标在数字之前；去掉其间的副词、时间、地点和轻动词。
    ///
    /// A number whose indicator stands before it in the same clause, without the adverbs, times, places and light
    /// verbs around it.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 全省城镇新增就业达到86.3万人。
    /// ```
    ///
    /// # Why
    ///
    /// 报告陈述结果，多是主语加数值。数字之前剩下的词作为整体到词表中查找；词表没有这个名称的，成为候选指标。
    ///
    /// Reports state results as subject and value. What stays of the words before the number is looked up in the
    /// vocabulary as a whole; when no entry bears that name, it becomes a candidate.
    BEFORE = "indicator-before-number";

    /// 数字后的名词 Noun behind the number
    ///
    /// 数字计量其后的名词，或者金额带着用途。
    ///
    /// A number that counts the noun behind it, or an amount of money with what it is for.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 全年帮扶2.4万名残疾人就业。
    /// ```
    ///
    /// # Why
    ///
    /// 动词带宾语时，数字在前。其后的词，到标点或下一个数字的词为止，就是所计量的名词。
    ///
    /// A verb with its object puts the number first. The words behind it up to a mark, or to the words of the next
    /// number, are the noun.
    BEHIND = "noun-behind-number";

    /// 沿用前一指标 Indicator of the figure before
    ///
    /// 数字没有自己的词，或者是接着前一数据说的增减、占比、位次、倍数：指标与前一数据相同。
    ///
    /// A number without words of its own, or a change, share, rank or multiple that goes on about the figure before
    /// it: it has the same indicator.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 全省城镇新增就业86.3万人，同比增长3.2%。
    /// ```
    ///
    /// # Why
    ///
    /// 一句话的主语只说一次。
    ///
    /// A sentence names its subject once.
    INHERITED = "same-indicator-as-figure-before";

    /// 话题加中心词 Topic and head
    ///
    /// 中心词单独不成意义（总量、总额），或者没有词，与最近提到的名称合起来。
    ///
    /// A head that says nothing alone (总量, 总额), or no words at all, together with what was named last.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 技能人才队伍不断壮大，总量达到90万人。
    /// ```
    ///
    /// # Why
    ///
    /// 一段话的话题说一次，以后省略。隔了一句以上的话题不再沿用。
    ///
    /// The topic of a passage is said once and then left out. A topic further than a sentence away is not taken up.
    COMPOSED = "topic-and-head";

    /// 表格单元 Cell of a table
    ///
    /// 表格中的数字：指标是所在行或列的表头，单位和时间写在表头或表格上方。
    ///
    /// A number in a table: its indicator is the head of its row or column, its unit and time stand there or above.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 单位：万人
    /// 项目	2018年	2019年
    /// 城镇新增就业	84.1	86.3
    /// ```
    ///
    /// # Why
    ///
    /// 一句话对每个数字说的，表头对整行整列说一次。
    ///
    /// Heads say once for a row or column what a sentence says for each number.
    TABLE = "table-cell";

    /// 分别对应 Distributed by 分别
    ///
    /// “分别”之后的数值，各对应前面并列成员中的一个。
    ///
    /// The values behind 分别, each with its own member of the row before it.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 城镇、农村常住居民人均可支配收入分别增长7.2%、8.9%。
    /// ```
    ///
    /// # Why
    ///
    /// “分别”说明数值与成员一样多。数目对不上时，这些数值依次沿用前面同样多个数据的指标。
    ///
    /// 分别 says that there are as many values as members. When the numbers do not come out, the values keep the
    /// indicators of as many figures before them.
    DISTRIBUTED = "distributed-by-分别";
}
