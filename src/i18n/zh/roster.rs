//! 中文。

use crate::i18n::roster::RosterWords;
use crate::model::review::roster_columns::ColumnKind;

pub static ROSTER: RosterWords = RosterWords {
    title: |year| format!("{year} 年度申报单位名册"),
    kind: "类别",
    column: |kind| match kind {
        ColumnKind::Phone => "电话（不保存）",
        ColumnKind::Code => "代码",
        ColumnKind::Order => "序号",
        ColumnKind::Kind => "类别",
        ColumnKind::Township => "乡镇（街道）",
        ColumnKind::Village => "村（社区）",
        ColumnKind::Liaison => "联络员",
        ColumnKind::Head => "负责人",
        ColumnKind::Members => "人员",
        ColumnKind::Name => "名称",
    },
    unused: "不用这一列",
    heads: |kind| match kind {
        ColumnKind::Phone => "电话 手机 联系方式 号码",
        ColumnKind::Code => "代码 编码 编号 单位代码",
        ColumnKind::Order => "序号 序",
        ColumnKind::Kind => "类别 类型 单位类别 单位类型",
        ColumnKind::Township => "乡镇 街道 镇街 乡镇街道 所属乡镇 所在乡镇",
        ColumnKind::Village => "村 社区 村社区 行政村 村居 村名",
        ColumnKind::Liaison => "联系人",
        ColumnKind::Head => "负责人 主任 姓名",
        ColumnKind::Members => "代表 代表人数 代表姓名 代表名单 人员 人员名单",
        ColumnKind::Name => "名称 单位 名",
    },
    endings: |kind| match kind {
        ColumnKind::Township => "镇 乡 街道",
        ColumnKind::Village => "村 社区 居委会",
        ColumnKind::Name
        | ColumnKind::Phone
        | ColumnKind::Code
        | ColumnKind::Order
        | ColumnKind::Kind
        | ColumnKind::Liaison
        | ColumnKind::Head
        | ColumnKind::Members => "",
    },
    beside: "所属 所在 联系 全称 总数 总 数 各 本 的 及 和 县 号 级 现任 情况",
    totals: "合计 总计 小计 共计 总数",
    nothing: "没有读到一个单位。请把表格连同表头一起复制过来。",
    too_many: "单位太多，超过两万个。请分开粘贴。",
    too_wide: "超过 100 列，不是单位名单。请只粘贴有单位的那几列。",
    no_names: "没有找到名称。请指定哪一列是名称，或者哪一列是村（社区）。",
    two_columns: |kind, column| format!("第 {column} 列和前面一列都是“{kind}”，只能用一列。"),
    no_name: |row| format!("第 {row} 行没有名称。"),
    doubled: |row, first, name| format!("第 {row} 行的“{name}”与第 {first} 行重复。"),
    code_twice: |row, first, code| format!("第 {row} 行的代码“{code}”与第 {first} 行相同，单位却不同。"),
    too_long: |row, column, most| format!("第 {row} 行第 {column} 列的文字超过 {most} 字。"),
};
