//! 中文。

use crate::i18n::Text;
use crate::model::standard::words::Lang;

pub static TEXT: Text = Text {
    lang: Lang::Zh,
    frame: &super::frame::FRAME,
    home: &super::home::HOME,
    signs: super::format::SIGNS,
    mine: super::keeping::MINE,
    leaving: super::leaving::LEAVING,
    open: super::keeping::OPEN,
    basics: super::basics::BASICS,
    facts: super::facts::FACTS,
    tasks: super::tasks::TASKS,
    form: super::form::FORM,
    remarks: super::remarks::REMARKS,
    kinds: super::kinds::KINDS,
    photos: super::photo::PHOTOS,
    merge: super::keeping::MERGE,
    history: super::keeping::HISTORY,
    check: super::check::CHECK,
    result: super::result::OUTCOME,
    send: super::send::SEND,
};
