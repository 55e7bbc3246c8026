use super::rules;

rules! {
    /// 成员与个数 Counted row
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
    /// The number tells where the row ends and whether all members were found.
    ROW = "counted-row";

    /// 个数与标题 Counted headings
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
    /// An account announces its parts.
    HEADINGS = "counted-headings";
}
