use super::rules;

rules! {
    /// 全国性机构 National body
    ///
    /// A name or short name of a body of the vocabulary.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 财政部下达就业补助资金。
    /// ```
    ///
    /// # Why
    ///
    /// Ministries and offices are a closed list. 教育部门 and 教育部署 are no 教育部.
    NATIONAL = "national-body";

    /// 地方机构 Local body
    ///
    /// A region by name, or 省, 市, 县 alone, with the noun of a body: 政府, 委, 人大, a department.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 省政府召开就业工作会议。
    /// ```
    ///
    /// # Why
    ///
    /// Local bodies repeat the national ones place by place. 省政府 is that of the document's region.
    LOCAL = "local-body";

    /// 设立的机构 Body that is set up
    ///
    /// A program that is a company, a centre or an office.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 组建就业创业服务公司。
    /// ```
    ///
    /// # Why
    ///
    /// What a report sets up may act afterwards. A centre counts when it stands in a row with such a body.
    SET_UP = "set-up";

    /// 合作方 Partner
    ///
    /// A name between 与 and what is done together.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 与远山重工、海川集团等制造企业签订校企用工合作协议。
    /// ```
    ///
    /// # Why
    ///
    /// Who signs an agreement is a body, whatever it is called.
    PARTNER = "partner";
}
