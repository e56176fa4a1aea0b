//! 中文。

use crate::i18n::photo::Photos;
use crate::model::photos::rules::{PICTURE, Refused};

pub const PHOTOS: Photos = Photos {
    title: "照片",
    add: "添加照片",
    camera: "拍照",
    hint: "也可以把图片粘贴或拖到这一项。照片会自动缩小，拍摄地点等信息会去掉。",
    notice: "照片中不得出现群众姓名、电话、证件号码。",
    off: "这一项的台账里一般有群众的个人信息，通常不附照片。",
    switch_on: "仍要添加照片",
    named: |n, caption| if caption.is_empty() { format!("照片 {n}") } else { format!("照片 {n}：{caption}") },
    many: |n| format!("{n} 张照片"),
    caption: "照片说明",
    earlier: "前移",
    later: "后移",
    remove: "删除",
    view: "看大图",
    close: "关闭",
    busy: |now, all| format!("正在处理第 {now} 张，共 {all} 张……"),
    added: |n| format!("已添加 {n} 张照片。"),
    already: "这一项里已经有这张照片，没有重复添加。",
    removed: "照片已删除，可以撤销。",
    moved: |n| format!("已移到第 {n} 张。"),
    too_many: |chosen, room, most| {
        format!("选了 {chosen} 张，整份草稿最多 {most} 张照片，还能添加 {room} 张。这次没有添加，请少选一些。")
    },
    missing: "这张照片不在这台电脑上，其他内容不受影响。请打开当时存的草稿文件，或重新添加。",
    spoilt: "这张照片在浏览器里损坏了，其他内容不受影响。请重新添加。",
    blocked: "浏览器现在读不出照片，其他内容不受影响。请关掉别的窗口后重新打开本页。",
    unsaved: "照片没有保存：浏览器不允许，关掉页面就会丢失。请存成草稿文件。",
    unsaved_full: "照片没有保存：浏览器的存储空间已满，关掉页面就会丢失。请存成草稿文件。",
    size: |mb, most| format!("申报文件作为附件约 {mb} MB，规定最多 {most} MB。"),
    size_only: |mb| format!("申报文件作为附件约 {mb} MB。"),
    over: |mb, most| format!("申报文件作为附件约 {mb} MB，超过规定的 {most} MB，请减少照片。"),
    broke_off: "上次拍照或选照片的时候，本页中途关掉了，照片可能没有加进来。请看一看，没有的话再添加一次；还是这样的话，先用相机拍好，再点“添加照片”从相册里选。",
    long_notice: "这张图很长，可能是手机截图。",
    cover: "涂黑",
    cover_hint: "在照片上按住拖动，画出要遮住的部分。也可以点“加一个黑框”：方向键移动，按住 Shift 用方向键改大小，Delete 键删除。",
    cover_add: "加一个黑框",
    cover_less: "去掉最后一个黑框",
    cover_apply: "涂黑并保存",
    cover_box: |n| format!("黑框 {n}"),
    covered: "已涂黑，原来的照片已经换下。",
    cover_failed: "没有涂成，照片没有变。",
    without: |n| format!("有 {n} 张照片不在这台电脑上或读不出，存出的文件里没有这几张，其他内容都在。不影响得分。"),
    lack_fewer: "照片超过 60 张，请删减",
    refused: |why| {
        match why {
        Refused::Empty => "文件是空的，没有添加。请重新拍摄或选择。".to_owned(),
        Refused::TooLarge => format!("文件超过 {} MB，不是普通照片，没有添加。", PICTURE >> 20),
        Refused::NotAPicture => "这不是能用的照片，没有添加。请选择 JPEG、PNG 或 WebP 格式的照片。".to_owned(),
        Refused::CutOff => "照片不完整，后半截缺失，没有添加。请重新拷贝或下载。".to_owned(),
        Refused::TooManyDots(millions) => {
            format!("照片有 {millions} 百万像素，超过 100 百万像素，没有添加。请先缩小，或用普通模式重拍。")
        }
        Refused::TooLong => "图片太长，缩小以后看不清，没有添加。请分成几段截图，再逐段添加。".to_owned(),
        Refused::Heic => "这是苹果手机的 HEIC 照片，这个浏览器读不出，没有添加。请在手机上打开“设置-相机-格式”，选“兼容性最佳”后重拍；或在微信里发给自己（不要选原图），保存后再添加。".to_owned(),
        Refused::Unreadable => "浏览器读不出这张照片，没有添加。请换一张，或用看图软件另存为 JPEG。".to_owned(),
        Refused::Noise => "这个浏览器把画出来的图片弄乱了（多半开着“防指纹追踪”），照片会变样，没有添加。请在浏览器的设置里对本页关闭这项保护，再重新添加；或换一个浏览器。".to_owned(),
    }
    },
};
