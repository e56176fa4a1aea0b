//! The photos of a draft: where they stand, and what a person does with them.

use crate::model::draft::Draft;
use crate::model::draft::orphans::Orphan;
use crate::model::photos::photo::{PHOTOS, Photo, PhotoDigest};
use crate::model::record::Record;
use crate::model::standard::ids::ItemId;

/// Puts a digest into a list in its order, once. A set of its own kind would cost kilobytes.
pub fn note(list: &mut Vec<PhotoDigest>, digest: &PhotoDigest) {
    if let Err(place) = list.binary_search(digest) {
        list.insert(place, digest.clone());
    }
}

impl Record {
    /// The digests of all photos, each once, in their order.
    pub fn photo_digests(&self) -> Vec<PhotoDigest> {
        let mut all = Vec::new();
        self.photos().for_each(|(_, _, photo)| note(&mut all, &photo.digest));
        all
    }

    /// Every photo, with its item and its place in the list, in the order of items.
    pub fn photos(&self) -> impl Iterator<Item = (&ItemId, usize, &Photo)> {
        self.answers
            .iter()
            .flat_map(|(id, answer)| answer.photos.iter().enumerate().map(move |(at, photo)| (id, at, photo)))
    }
}

impl Draft {
    /// The digests of all photos that the draft refers to, each once; also of answers that have no place in this
    /// version of the standard. In their order.
    pub fn photo_digests(&self) -> Vec<PhotoDigest> {
        let mut all = self.record.photo_digests();
        self.left.iter().flat_map(Orphan::photos).for_each(|photo| note(&mut all, &photo.digest));
        all
    }

    /// The photos of an item, in their order.
    pub fn photos_of(&self, item: &ItemId) -> &[Photo] {
        self.record.answers.get(item).map_or(&[], |answer| &answer.photos)
    }

    /// How many more photos there may be.
    pub fn photo_room(&self) -> usize {
        PHOTOS.saturating_sub(self.record.photos().count())
    }

    /// Adds a photo at the end. One that stands at the item already stands there once.
    pub fn add_photo(&mut self, item: &ItemId, photo: Photo) {
        self.change_photos(item, |photos| {
            if photos.iter().all(|known| known.digest != photo.digest) {
                photos.push(photo);
            }
        });
    }

    /// Changes the list of an item's photos.
    pub fn change_photos(&mut self, item: &ItemId, change: impl FnOnce(&mut Vec<Photo>)) {
        self.record.answers.edit(item, |answer| change(&mut answer.photos));
    }

    /// Writes what a photo shows.
    pub fn caption_photo(&mut self, item: &ItemId, digest: &PhotoDigest, caption: String) {
        self.change_photos(item, |photos| {
            if let Some(photo) = photos.iter_mut().find(|photo| photo.digest == *digest) {
                photo.caption = caption;
            }
        });
    }

    /// Moves a photo one place towards the beginning or the end of its item's list, if there is one.
    pub fn move_photo(&mut self, item: &ItemId, digest: &PhotoDigest, earlier: bool) {
        self.change_photos(item, |photos| {
            let Some(at) = photos.iter().position(|photo| photo.digest == *digest) else { return };
            let to = if earlier { at.checked_sub(1) } else { Some(at + 1) };
            if let Some(to) = to.filter(|to| *to < photos.len()) {
                photos.swap(at, to);
            }
        });
    }

    /// Takes a photo away.
    pub fn remove_photo(&mut self, item: &ItemId, digest: &PhotoDigest) {
        self.change_photos(item, |photos| photos.retain(|photo| photo.digest != *digest));
    }

    /// Puts other bytes in place of a photo's: something on it was covered. Its words and its place stay.
    pub fn replace_photo(&mut self, item: &ItemId, digest: &PhotoDigest, with: Photo) {
        self.change_photos(item, |photos| {
            let there = photos.iter().any(|photo| photo.digest == with.digest);
            if there && with.digest != *digest {
                return photos.retain(|photo| photo.digest != *digest);
            }
            if let Some(photo) = photos.iter_mut().find(|photo| photo.digest == *digest) {
                *photo = Photo { name: photo.name.clone(), caption: photo.caption.clone(), ..with };
            }
        });
    }
}
