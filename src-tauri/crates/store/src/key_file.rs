//! The key file: the store's key, wrapped with a passphrase.
//!
//! The store itself is encrypted with a random key, so a new passphrase rewrites these few lines and not the record. The other
//! side of it: an old copy of a key file opens with the old passphrase for ever.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::durable::{self, beside};
use crate::key::Key;
use crate::wrap::{Wrapped, decode};
use crate::{KeyFileFlaw, Lock, StoreFault};

/// A new passphrase has at least this many characters. Characters, not bytes: eight Chinese ones are eight.
pub const LEAST_PASSPHRASE: usize = 8;

const FORMAT: &str = "yiding-key";
const VERSION: u32 = 1;
const MOST_BYTES: u64 = 16 * 1024;

pub(crate) struct KeyFile {
    path: PathBuf,
    key_id: String,
    body: Body,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    key_id: String,
    body: Body,
    check: String,
}

/// Read first and leniently: what a newer version writes must be told from damage.
#[derive(Deserialize)]
struct Versioned<'a> {
    format: &'a str,
    version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "lock", rename_all = "lowercase")]
enum Body {
    /// The key stands in clear: for the sample store that is thrown away.
    None(Clear),
    Passphrase(Wrapped),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Clear {
    key: String,
}

/// Whether the store at `path` asks for a passphrase. Reads the key file and nothing else.
///
/// # Errors
/// [`StoreFault::KeyFileMissing`], [`StoreFault::KeyFileDamaged`], [`StoreFault::NewerVersion`] and faults of reading.
pub fn asks_for_passphrase(path: &Path) -> Result<bool, StoreFault> {
    let key_file = KeyFile::read(path)?;
    Ok(matches!(key_file.body, Body::Passphrase(_)))
}

/// Gives the store at `path` a new passphrase. The store may be open meanwhile: only the key file is written, and it is either
/// the old one or the new one, never half of each. Copies made earlier keep the old passphrase.
///
/// # Errors
/// [`StoreFault::WrongPassphrase`] for the old one, [`StoreFault::PassphraseTooShort`] for the new one,
/// [`StoreFault::NoPassphraseSet`] for a store that has none, and faults of reading and writing the key file.
pub fn change_passphrase(path: &Path, old: &str, new: &str) -> Result<(), StoreFault> {
    let key = KeyFile::read(path)?.unlock(Some(old))?;
    let bytes = KeyFile::make(path, &key, Lock::Passphrase(new))?;
    durable::put(&KeyFile::path(path), &bytes)
}

impl KeyFile {
    /// Where the key file of a store lies.
    pub(crate) fn path(store: &Path) -> PathBuf {
        beside(store, ".key")
    }

    /// The bytes of a key file that wraps `key`. They have been opened once before they are handed out: a key file that does
    /// not open would be the loss of the whole record.
    pub(crate) fn make(store: &Path, key: &Key, lock: Lock<'_>) -> Result<Vec<u8>, StoreFault> {
        let (body, passphrase) = match lock {
            Lock::None => (Body::None(Clear { key: BASE64.encode(key.as_bytes()) }), None),
            Lock::Passphrase(passphrase) => {
                let (found, least) = (passphrase.chars().count(), LEAST_PASSPHRASE);
                if found < least {
                    return Err(StoreFault::PassphraseTooShort { found, least });
                }
                (Body::Passphrase(Wrapped::new(key, passphrase)?), Some(passphrase))
            }
        };
        let key_id = key.id();
        let check = check(&key_id, &body)?;
        let written = Written { format: FORMAT, version: VERSION, key_id, body, check };
        let bytes = serde_json::to_vec_pretty(&written)?;
        let reread = Self::parse(Self::path(store), &bytes)?;
        if reread.unlock(passphrase)? != *key {
            return Err(reread.damaged(KeyFileFlaw::Check));
        }
        Ok(bytes)
    }

    /// Reads the key file of the store at `store`.
    pub(crate) fn read(store: &Path) -> Result<Self, StoreFault> {
        Self::parse(Self::path(store), &Self::read_bytes(store)?)
    }

    /// The bytes of the key file of the store at `store`, for a copy that is to open with the same passphrase.
    ///
    /// # Errors
    /// As in reading, and [`KeyFileFlaw::OtherStore`] when it does not hold `key`: a copy with such a file would never open.
    pub(crate) fn bytes_for(store: &Path, key: &Key) -> Result<Vec<u8>, StoreFault> {
        let bytes = Self::read_bytes(store)?;
        let key_file = Self::parse(Self::path(store), &bytes)?;
        if key_file.key_id == key.id() { Ok(bytes) } else { Err(key_file.damaged(KeyFileFlaw::OtherStore)) }
    }

    fn read_bytes(store: &Path) -> Result<Vec<u8>, StoreFault> {
        let path = Self::path(store);
        let mut bytes = Vec::new();
        File::open(&path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes)).map_err(|error| {
            match error.kind() {
                io::ErrorKind::NotFound => StoreFault::KeyFileMissing { path: path.clone() },
                _ => StoreFault::io(&path)(error),
            }
        })?;
        Ok(bytes)
    }

    fn parse(path: PathBuf, bytes: &[u8]) -> Result<Self, StoreFault> {
        let flaw = |flaw| StoreFault::KeyFileDamaged { path: path.clone(), flaw };
        let unreadable = |_| flaw(KeyFileFlaw::Unreadable);
        if bytes.len() as u64 > MOST_BYTES {
            return Err(flaw(KeyFileFlaw::Unreadable));
        }
        let seen: Versioned<'_> = serde_json::from_slice(bytes).map_err(unreadable)?;
        if seen.format != FORMAT {
            return Err(flaw(KeyFileFlaw::Unreadable));
        }
        if seen.version > VERSION {
            return Err(StoreFault::NewerVersion { found: seen.version, known: VERSION });
        }
        let written: Written<'_> = serde_json::from_slice(bytes).map_err(unreadable)?;
        if written.version != VERSION || written.check != check(&written.key_id, &written.body)? {
            return Err(flaw(KeyFileFlaw::Check));
        }
        let (key_id, body) = (written.key_id, written.body);
        Ok(Self { path, key_id, body })
    }

    /// Takes the key out.
    ///
    /// # Errors
    /// [`StoreFault::WrongPassphrase`], [`StoreFault::PassphraseNeeded`], [`StoreFault::NoPassphraseSet`],
    /// [`StoreFault::KeyFileDamaged`].
    pub(crate) fn unlock(&self, passphrase: Option<&str>) -> Result<Key, StoreFault> {
        match (&self.body, passphrase) {
            (Body::None(clear), None) => decode(&clear.key)
                .map(Zeroizing::new)
                .and_then(|key| Key::from_bytes(&key).ok_or(KeyFileFlaw::Length))
                .map_err(|flaw| self.damaged(flaw)),
            (Body::None(_), Some(_)) => Err(StoreFault::NoPassphraseSet),
            (Body::Passphrase(_), None) => Err(StoreFault::PassphraseNeeded),
            (Body::Passphrase(wrapped), Some(passphrase)) => {
                wrapped.open(passphrase).map_err(|flaw| self.damaged(flaw))?.ok_or(StoreFault::WrongPassphrase)
            }
        }
    }

    fn damaged(&self, flaw: KeyFileFlaw) -> StoreFault {
        let path = self.path.clone();
        StoreFault::KeyFileDamaged { path, flaw }
    }
}

/// Tells bytes lost by accident from a wrong passphrase, which otherwise look the same. Under a key that everyone knows, this
/// tag is a checksum and no protection: against intent there is the wrap itself.
fn check(key_id: &str, body: &Body) -> Result<String, StoreFault> {
    let checked = serde_json::to_vec(&(key_id, body))?;
    let checked = Payload { msg: b"", aad: &checked };
    let tag = XChaCha20Poly1305::new(&[0; 32].into()).encrypt(&XNonce::from([0; 24]), checked);
    // Fails for terabytes only.
    Ok(tag.map(|tag| BASE64.encode(tag)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::{Value, json};

    const PASSPHRASE: &str = "常委会会议秘书的口令";

    /// A key file in which someone who knows how has changed one value and put the check value right.
    fn tampered(value: &str, to: Value) -> Result<Key, StoreFault> {
        let key = Key::random().unwrap();
        let made = KeyFile::make(Path::new("x"), &key, Lock::Passphrase(PASSPHRASE)).unwrap();
        let mut json: Value = serde_json::from_slice(&made).unwrap();
        *json.pointer_mut(value).unwrap() = to;
        let body: Body = serde_json::from_value(json["body"].clone()).unwrap();
        let key_id = json["key_id"].as_str().unwrap().to_owned();
        json["check"] = check(&key_id, &body).unwrap().into();
        KeyFile::parse("x.key".into(), &serde_json::to_vec(&json).unwrap())?.unlock(Some(PASSPHRASE))
    }

    #[test]
    fn a_tampered_key_file_cannot_ask_for_terabytes_or_hours() {
        for (value, to) in [
            ("/body/header/memory_kib", u32::MAX),
            ("/body/header/memory_kib", MOST_MEMORY + 1),
            ("/body/header/memory_kib", 0),
            ("/body/header/passes", u32::MAX),
            ("/body/header/passes", 0),
            ("/body/header/lanes", 64),
            ("/body/header/lanes", 0),
        ] {
            let fault = tampered(value, to.into()).err().unwrap();
            assert!(matches!(fault, StoreFault::KeyFileDamaged { flaw: KeyFileFlaw::Cost, .. }), "{value}: {fault}");
        }
    }

    const MOST_MEMORY: u32 = 1024 * 1024;

    #[test]
    fn a_tampered_key_file_opens_nothing() {
        let base64 = |length| Value::from(BASE64.encode(vec![7; length]));
        let text = Value::from;
        for (value, to, expected) in [
            // Exchanged whole, the parts no longer fit each other.
            ("/body/header/memory_kib", json!(32 * 1024), "wrong-passphrase"),
            ("/body/header/passes", json!(2), "wrong-passphrase"),
            ("/body/header/kdf_version", json!(0x10), "wrong-passphrase"),
            ("/body/header/salt", base64(16), "wrong-passphrase"),
            ("/body/header/nonce", base64(24), "wrong-passphrase"),
            ("/body/key", base64(48), "wrong-passphrase"),
            ("/body/key", base64(3), "wrong-passphrase"),
            ("/body/header/salt", base64(1), "key-file-damaged"),
            ("/body/header/nonce", base64(12), "key-file-damaged"),
            ("/body/header/salt", text("*"), "key-file-damaged"),
            ("/body/key", text("*"), "key-file-damaged"),
            ("/body/header/kdf", text("argon2i"), "key-file-damaged"),
            ("/body/header/kdf_version", json!(7), "key-file-damaged"),
            ("/body/header/cipher", text("none"), "key-file-damaged"),
            ("/format", text("other"), "key-file-damaged"),
            ("/version", json!(0), "key-file-damaged"),
            ("/version", json!(2), "newer-version"),
        ] {
            let fault = tampered(value, to).err().unwrap();
            assert_eq!(fault.code(), expected, "{value}: {fault}");
        }
    }
}
