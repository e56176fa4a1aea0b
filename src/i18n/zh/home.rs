//! 中文。

use crate::i18n::home::Home;

pub static HOME: Home = Home {
    title: "星级自评",
    lead: "对照本县标准逐项自评，边填边算分，看清离下一颗星还差什么，最后生成一个文件，报给县里或乡镇。",
    station: "我填自评",
    station_hint: "新建或接着填、打开文件、看示例",
    township: "我汇总初评",
    township_hint: "收齐本乡镇各单位的文件，给出初评，打成一包上报",
    county: "我是县里",
    county_hint: "收件、核查、排序、反馈",
    promises: [
        "不用安装、不用登录、不用联网。",
        "边填边自动保存，可以随时停下，明天接着填。",
        "一个数字只填一次，各项自动取用。",
    ],
};
