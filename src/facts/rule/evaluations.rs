use super::rules;

rules! {
    /// 评价因素 Factors before their scheme
    ///
    /// “等因素的评价体系”之前并列的因素，连同其后各句所说的步骤。
    ///
    /// A row of factors before 等因素的评价体系, with the steps told in the sentences behind it.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 财政部建立了涵盖工作成效、资金使用进度等因素的评价体系，对各地量化打分。
    /// ```
    ///
    /// # Why
    ///
    /// “等因素”结束并列。体系如何评定只作保留，不作推算。
    ///
    /// 等因素 closes the row. What a scheme decides is not worked out, only kept.
    FACTORS = "factors-before-scheme";
}
