use super::rules;

rules! {
    /// 数字前的指标 Indicator before its number
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
    /// Reports state results as subject and value. What stays of the words before the number is looked up in the
    /// vocabulary as a whole; when no entry bears that name, it becomes a candidate.
    BEFORE = "indicator-before-number";

    /// 数字后的名词 Noun behind the number
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
    /// A verb with its object puts the number first. The words behind it up to a mark, or to the words of the next
    /// number, are the noun.
    BEHIND = "noun-behind-number";

    /// 沿用前一指标 Indicator of the figure before
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
    /// A sentence names its subject once.
    INHERITED = "same-indicator-as-figure-before";

    /// 话题加中心词 Topic and head
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
    /// The topic of a passage is said once and then left out. A topic further than a sentence away is not taken up.
    COMPOSED = "topic-and-head";

    /// 分别对应 Distributed by 分别
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
    /// 分别 says that there are as many values as members. When the numbers do not come out, the values keep the
    /// indicators of as many figures before them.
    DISTRIBUTED = "distributed-by-分别";
}
