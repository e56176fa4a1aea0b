//! Adding photos to an item: chosen, taken with the camera, pasted or dropped. One after the other; what is not
//! taken is said, and the rest goes on.

use crate::components::words;
use crate::i18n::{Text, photo_notice, refused};
use crate::model::draft::Draft;
use crate::model::photos::photo::PHOTOS;
use crate::model::standard::ids::ItemId;
use crate::platform::drafts::Session;
use crate::platform::dragging;
use crate::platform::photo_take::take;
use crate::platform::{camera_note, photos};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Event, File, FileList, HtmlInputElement};

/// Where photos are added, and what is said of it. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Adding {
    text: &'static Text,
    session: Session,
    item: StoredValue<ItemId>,
    /// Whether the item takes photos now.
    pub on: RwSignal<bool>,
    /// How far it is, and how it ended.
    pub said: RwSignal<String>,
    /// What was not taken, and why.
    pub failed: RwSignal<Vec<String>>,
    queue: StoredValue<Queue, LocalStorage>,
}

/// What was chosen and is not added yet.
#[derive(Default)]
struct Queue {
    waiting: VecDeque<File>,
    busy: bool,
}

impl Queue {
    /// The next one, and how many wait behind it.
    fn next(&mut self) -> Option<(File, usize)> {
        let next = self.waiting.pop_front();
        self.busy = next.is_some();
        next.map(|file| (file, self.waiting.len()))
    }
}

impl Adding {
    /// To this item, which takes photos at once or only when that is switched on.
    pub fn new(session: Session, item: &ItemId, on: bool) -> Self {
        let text = words();
        // A window that only reads leaves it to the one that writes.
        let writes = session.reads.get_untracked().is_none();
        let broke_off = writes && session.draft.with_untracked(|draft| camera_note::broke_off(&draft.id, item));
        Self {
            text,
            session,
            item: StoredValue::new(item.clone()),
            on: RwSignal::new(on),
            said: RwSignal::new(String::new()),
            failed: RwSignal::new(broke_off.then(|| text.photos.broke_off.to_owned()).into_iter().collect()),
            queue: StoredValue::new_local(Queue::default()),
        }
    }

    /// The camera, or the list of files, is opened.
    pub fn picks(self) {
        self.session.draft.with_untracked(|draft| self.item.with_value(|item| camera_note::opened(&draft.id, item)));
    }

    /// What was chosen in a field for files.
    pub fn chosen(self, event: &Event) {
        let input: HtmlInputElement = event_target(event);
        self.session.draft.with_untracked(|draft| self.item.with_value(|item| camera_note::adds(&draft.id, item)));
        self.add(files(input.files()));
        if !self.queue.with_value(|queue| queue.busy) {
            camera_note::ended();
        }
        // The same picture may be chosen again.
        input.set_value("");
    }

    /// What was dropped: files are taken, text is left to its field.
    pub fn dropped(self, event: &DragEvent) {
        if dragging::brings_files(event) {
            event.prevent_default();
            self.add(dragging::files(event));
        }
    }

    /// What was pasted: pictures are taken, everything else is left to the field that has the focus.
    pub fn pasted(self, event: &Event) {
        let data: Option<web_sys::DataTransfer> = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
        // A table copied from an office program comes as text and as a picture of itself: the text is meant.
        let text = data.as_ref().and_then(|data| data.get_data("text/plain").ok()).is_some_and(|text| !text.is_empty());
        let pictures = files(data.and_then(|data| data.files()));
        if !text && !pictures.is_empty() {
            event.prevent_default();
            self.add(pictures);
        }
    }

    fn add(self, chosen: Vec<File>) {
        if chosen.is_empty() {
            return;
        }
        let has = |item: &ItemId| self.session.draft.with_untracked(|draft| !draft.photos_of(item).is_empty());
        if !self.on.get_untracked() && !self.item.with_value(has) {
            return self.failed.set(vec![self.text.photos.off.to_owned()]);
        }
        let waiting = self.queue.with_value(|queue| queue.waiting.len());
        let room = self.session.draft.with_untracked(Draft::photo_room).saturating_sub(waiting);
        if chosen.len() > room {
            self.said.set(String::new());
            return self.failed.set(vec![(self.text.photos.too_many)(chosen.len(), room, PHOTOS)]);
        }
        let began = self.queue.try_update_value(|queue| {
            queue.waiting.extend(chosen);
            !std::mem::replace(&mut queue.busy, true)
        });
        if began == Some(true) {
            self.failed.set(Vec::new());
            spawn_local(self.work());
        }
    }

    async fn work(self) {
        let (mut done, mut added, mut long) = (0, 0, false);
        // Nothing is there any more once the page was left: what was not begun is not added.
        while let Some(Some((file, left))) = self.queue.try_update_value(Queue::next) {
            done += 1;
            let all = done + left;
            self.said.try_set((self.text.photos.busy)(done, all));
            match self.one(&file).await {
                Ok(is_long) => {
                    added += 1;
                    long |= is_long;
                }
                Err(said) => _ = self.failed.try_update(|failed| failed.push(said)),
            }
        }
        camera_note::ended();
        let mut said = if added > 0 { (self.text.photos.added)(added) } else { String::new() };
        if let Some(true) = self.session.draft.try_with_untracked(|draft| {
            if long {
                said = [&said, self.text.photos.long_notice, photo_notice(self.text, &draft.standard)].join(" ");
            }
            true
        }) {
            self.said.try_set(said);
        }
    }

    /// Whether what was added is a long picture.
    async fn one(self, file: &File) -> Result<bool, String> {
        let made = take(file).await.map_err(|why| refused(self.text, &file.name(), why))?;
        // The bytes first: a draft that is called saved never refers to what is not.
        photos::put(&made.photo.digest, &made.bytes).await;
        let is_long = made.photo.is_long();
        let Some(item) = self.item.try_get_value() else { return Ok(is_long) };
        let there = self
            .session
            .draft
            .try_with_untracked(|draft| draft.photos_of(&item).iter().any(|known| known.digest == made.photo.digest));
        match there {
            Some(true) => Err(format!("{}{}{}", file.name(), self.text.colon(), self.text.photos.already)),
            Some(false) if self.session.reads.get_untracked().is_some() => {
                Err(self.text.frame.reads_other_window.to_owned())
            }
            Some(false) => {
                self.session.edit_as_one_step(|draft| draft.add_photo(&item, made.photo));
                Ok(is_long)
            }
            None => Ok(is_long),
        }
    }
}

fn files(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}
