use super::rules;

rules! {
    /// 成员与个数 Counted row
    ///
    /// 并列的成员，后面紧跟数目，或者在数目后的括号中。
    ///
    /// A row of members with a number right behind it, or in brackets behind the number.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 构建岗位归集、技能提升、权益维护“三个机制”。
    /// ```
    ///
    /// # Why
    ///
    /// 数目说明并列到哪里为止，成员是否找全。
    ///
    /// The number tells where the row ends and whether all members were found.
    ROW = "counted-row";

    /// 个数与标题 Counted headings
    ///
    /// 第一个标题之前预告了几条做法或措施：这些标题就是成员。
    ///
    /// A number of ways or measures announced before the first heading: the headings are the members.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 全省抓好就业工作，主要有以下两方面做法：
    /// 一、强化岗位归集
    /// 开发公益性岗位。
    /// 二、强化技能提升
    /// 开展职业培训。
    /// ```
    ///
    /// # Why
    ///
    /// 行文先预告各个部分。
    ///
    /// An account announces its parts.
    HEADINGS = "counted-headings";
}
