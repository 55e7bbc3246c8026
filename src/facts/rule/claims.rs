use super::rules;

rules! {
    /// 排名数据 Rank
    ///
    /// A figure that is a rank, with the area whose members are compared.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 技能人才总量达90万人，位居全国第二。
    /// ```
    ///
    /// # Why
    ///
    /// A rank is a number and a claim at once. 前十位 is a place among the first ten, so no rank is given.
    RANK = "rank-figure";

    /// 率先首创 First to do it
    ///
    /// 率先 with a verb, 首创, 首个 and the like with the area that is compared.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 在全国率先推出零工保险。
    /// ```
    ///
    /// # Why
    ///
    /// 率先实现 is a goal unless an area is named.
    FIRST = "first-word";

    /// 通报表扬 Praised
    ///
    /// A word of praise behind a passive (被, 受到, 得到), or one that is passive by itself (荣获, 获评).
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// “送岗上门”做法被人力资源社会保障部通报表扬。
    /// ```
    ///
    /// # Why
    ///
    /// Praise in the active voice is what the reporting body does itself.
    PRAISED = "praised";

    /// 经验推广 Promoted
    ///
    /// 推广 or 推介 that closes its clause with an area before it, or behind a passive; also 被列为 with the word.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 经验做法在全国推广。
    /// ```
    ///
    /// # Why
    ///
    /// 推广 with an object behind it promotes something else.
    PROMOTED = "promoted";

    /// 历史新高 Record
    ///
    /// 历史新高, 历史最好水平 and the like.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 城镇新增就业创历史新高。
    /// ```
    ///
    /// # Why
    ///
    /// The words are set; 创新高地 is kept apart by what follows.
    RECORD = "record-word";

    /// 首届 First of a series
    ///
    /// 首届 or 首次 with the event that a verb holds.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 成功举办首届创业大赛。
    /// ```
    ///
    /// # Why
    ///
    /// An event that opens a series is told with its verb.
    INAUGURAL = "first-of-a-series";

    /// 连续多年 Years running
    ///
    /// 连续 with a number of years, or 蝉联.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 城镇登记失业率连续五年低于4%。
    /// ```
    ///
    /// # Why
    ///
    /// The count of years is the claim; the figure beside it is read by itself.
    STREAK = "years-running";

    /// 动态清零 Kept at zero
    ///
    /// 动态清零 and 动态为零.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 零就业家庭保持动态清零。
    /// ```
    ///
    /// # Why
    ///
    /// It is told as kept, of a group that is named before it.
    ZERO = "kept-at-zero";

    /// 全覆盖 Full coverage
    ///
    /// 全覆盖 behind 实现, 保持 and the like.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 实现服务站点全覆盖。
    /// ```
    ///
    /// # Why
    ///
    /// Without such a verb it describes and does not claim; a plan (力争) is none either.
    COVERAGE = "full-coverage";

    /// 完成目标 Target met
    ///
    /// A word of fulfilment with the task behind it.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 圆满完成年度目标任务。
    /// ```
    ///
    /// # Why
    ///
    /// It says that a target was reached, and is tied to the figure whose target the text gives.
    TARGET_MET = "target-met";
}
