use super::rules;

rules! {
    /// 全国性机构 National body
    ///
    /// 词表中机构的名称或简称。
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
    /// 部委和机关是封闭的名单。“教育部门”“教育部署”不是教育部。
    ///
    /// Ministries and offices are a closed list. 教育部门 and 教育部署 are no 教育部.
    NATIONAL = "national-body";

    /// 地方机构 Local body
    ///
    /// 写明的地区，或者单独的省、市、县，加上机构的名词：政府、委、人大、部门。
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
    /// 地方机构与全国的逐级对应。“省政府”是文件所属地区的省政府。
    ///
    /// Local bodies repeat the national ones place by place. 省政府 is that of the document's region.
    LOCAL = "local-body";

    /// 设立的机构 Body that is set up
    ///
    /// 项目是公司、中心或办公室。
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
    /// 报告中设立的机构，此后可能行事。“中心”要与这样的机构并列才算。
    ///
    /// What a report sets up may act afterwards. A centre counts when it stands in a row with such a body.
    SET_UP = "set-up";

    /// 合作方 Partner
    ///
    /// “与”和共同所做之事中间的名称。
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
    /// 签订协议的就是机构，不论叫什么。
    ///
    /// Who signs an agreement is a body, whatever it is called.
    PARTNER = "partner";
}
