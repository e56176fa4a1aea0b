//! Photos inside a file: `photos` maps the digest of each to its bytes in base64. It is written into the finished
//! text of a draft or a submission and taken out before the rest is read, so that nothing but files ever holds it.
//! What is wrong with a photo is told and costs that photo alone.

use crate::model::draft::Draft;
use crate::model::files::json::PHOTOS;
use crate::model::photos::header::{Head, head};
use crate::model::photos::list::note;
use crate::model::photos::photo::{LARGEST, PHOTOS_READ, Photo, PhotoDigest, by_digest};
use crate::model::problem::{Fault, Problem};
use crate::model::record::Record;
use crate::model::submission::Submission;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A file that is being written: first without photos, then one after the other, so that not all of them have to
/// be in memory twice.
pub struct Packing {
    text: String,
    /// What follows the photos.
    rest: String,
    any: bool,
}

impl Packing {
    /// The canonical text of a draft or a submission, and how many bytes the photos that come have together.
    pub fn begin(written: String, bytes: usize) -> Self {
        let mut text = written;
        let at = place_in(&text);
        let rest = text.split_off(at);
        if bytes > 0 {
            text.reserve_exact(
                in_base64(bytes).saturating_add(rest.len()).saturating_add(bytes / 256).saturating_add(1024),
            );
        }
        Self { text, rest, any: false }
    }

    /// Adds a photo. They come in the order of their digests, each once.
    pub fn add(&mut self, digest: &PhotoDigest, bytes: &[u8]) {
        self.text.push_str(if self.any { ",\"" } else { "\"photos\":{\"" });
        self.any = true;
        self.text.push_str(digest.as_str());
        self.text.push_str("\":\"");
        STANDARD.encode_string(bytes, &mut self.text);
        self.text.push('"');
    }

    /// The text so far. What is taken is not given again, so that the whole never has to be in memory.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// The text of the whole file, or the rest of it. Without a photo it is the text that it began with.
    pub fn end(mut self) -> String {
        if self.any {
            self.text.push_str("},");
        }
        self.text.push_str(&self.rest);
        self.text
    }
}

/// Where the photos stand in the canonical text of a draft or a submission: behind all keys that come before theirs.
fn place_in(text: &str) -> usize {
    let members: BTreeMap<&str, &RawValue> = serde_json::from_str(text).unwrap_or_default();
    // A key in quotes, a colon, what stands under it, a comma.
    1 + members.range(..PHOTOS).map(|(key, value)| key.len() + value.get().len() + 4).sum::<usize>()
}

/// How many signs so many bytes take.
fn in_base64(bytes: usize) -> usize {
    base64::encoded_len(bytes, true).unwrap_or(usize::MAX)
}

/// How many bytes a file gets from the photos of a record, each counted once.
pub fn added_by(record: &Record) -> u64 {
    let (mut seen, mut added) = (Vec::new(), 0);
    for (_, _, photo) in record.photos() {
        let before = seen.len();
        note(&mut seen, &photo.digest);
        if seen.len() > before {
            added += u64::from(photo.bytes.div_ceil(3)) * 4 + 64 + 6;
        }
    }
    if seen.is_empty() { 0 } else { added + 11 }
}

/// The photos that came in a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PhotoBundle {
    /// The bytes of each, in the order of their digests. All of them are pictures and what they are said to be.
    pub photos: Vec<(PhotoDigest, Vec<u8>)>,
    /// What is missing or was spoilt.
    pub findings: Vec<Problem>,
}

/// The text that stands there; copied only if it is written with escapes.
fn text_of(raw: &RawValue) -> Option<Cow<'_, str>> {
    let inside = raw.get().strip_prefix('"')?.strip_suffix('"')?;
    if inside.contains('\\') {
        return serde_json::from_str(raw.get()).ok().map(Cow::Owned);
    }
    Some(Cow::Borrowed(inside))
}

impl PhotoBundle {
    /// What came with a draft.
    pub(in crate::model) fn with_draft(photos: Option<&RawValue>, draft: &Draft) -> Result<Self, Vec<Problem>> {
        let left = draft.left.iter().enumerate().flat_map(|(at, left)| {
            left.photos()
                .iter()
                .enumerate()
                .map(move |(of, photo)| (format!("left[{at}].kept.answer.answer.photos[{of}]"), photo))
        });
        let asked: Vec<_> = named(&draft.record, "record.answers", ".photos").chain(left).collect();
        if asked.len() > PHOTOS_READ {
            return Err(vec![Problem::at(PHOTOS, Fault::TooManyPhotos { most: PHOTOS_READ })]);
        }
        Ok(Self::of(photos, &asked))
    }

    /// What came with a submission.
    pub(in crate::model) fn with_submission(photos: Option<&RawValue>, submission: &Submission) -> Self {
        let asked = submission.attached.photos.iter().flat_map(|(id, photos)| {
            photos.iter().enumerate().map(move |(at, photo)| (format!("attached.photos.{id}[{at}]"), photo))
        });
        Self::of(photos, &asked.collect::<Vec<_>>())
    }

    fn of(photos: Option<&RawValue>, asked: &[(String, &Photo)]) -> Self {
        let mut bundle = Self::default();
        // The bytes stay in the text of the file, so that those of a large one are copied once, when they are decoded.
        let entries: BTreeMap<String, &RawValue> = match photos.map(|photos| serde_json::from_str(photos.get())) {
            None => BTreeMap::new(),
            Some(Ok(entries)) => entries,
            Some(Err(_)) => {
                bundle.findings.push(Problem::at(PHOTOS, Fault::PhotoSpoilt));
                BTreeMap::new()
            }
        };
        let sorted = by_digest(asked.iter().map(|(_, photo)| *photo));
        for (key, value) in entries {
            let from = sorted.partition_point(|(digest, _)| digest.as_str() < key.as_str());
            let same = sorted.iter().skip(from).take_while(|(digest, _)| digest.as_str() == key);
            let photos: Vec<&Photo> = same.filter_map(|(_, at)| Some(asked.get(*at)?.1)).collect();
            let place = || format!("{PHOTOS}.{}", key.chars().take(64).collect::<String>());
            match bytes_of(text_of(value).as_deref(), &photos) {
                Ok(photo) => bundle.photos.push(photo),
                Err(fault) => bundle.findings.push(Problem::at(place(), fault)),
            }
        }
        for (place, photo) in asked {
            if bundle.photos.binary_search_by(|(digest, _)| digest.cmp(&photo.digest)).is_err() {
                bundle.findings.push(Problem::at(place.clone(), Fault::PhotoMissing));
            }
        }
        bundle
    }
}

/// The photos of a record with their places.
fn named<'a>(record: &'a Record, outer: &'a str, inner: &'a str) -> impl Iterator<Item = (String, &'a Photo)> {
    record.photos().map(move |(id, at, photo)| (format!("{outer}.{id}{inner}[{at}]"), photo))
}

/// The bytes under a key, if they are to the last one those of the photos that are asked for by this key.
fn bytes_of(written: Option<&str>, photos: &[&Photo]) -> Result<(PhotoDigest, Vec<u8>), Fault> {
    let first = photos.first().ok_or(Fault::PhotoUnasked)?;
    let written = written.ok_or(Fault::PhotoSpoilt)?;
    let most = usize::try_from(LARGEST).unwrap_or(0);
    if written.len() > in_base64(most) {
        return Err(Fault::PhotoSpoilt);
    }
    let bytes = STANDARD.decode(written).map_err(|_| Fault::PhotoSpoilt)?;
    let fits = PhotoDigest::of(&bytes) == first.digest && photos.iter().all(|photo| is(photo, &bytes));
    if fits { Ok((first.digest.clone(), bytes)) } else { Err(Fault::PhotoSpoilt) }
}

/// Whether bytes are the picture that a photo says they are.
pub fn is(photo: &Photo, bytes: &[u8]) -> bool {
    let size = u32::try_from(bytes.len()).ok() == Some(photo.bytes);
    size && head(bytes) == Ok(Head::Picture(photo.media, photo.width, photo.height))
}
