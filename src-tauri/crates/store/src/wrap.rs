//! A key wrapped with a passphrase: Argon2id makes a second key from the passphrase, XChaCha20-Poly1305 locks the first with it.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::durable::fill_random;
use crate::key::{KEY_BYTES, Key};
use crate::{KeyFileFlaw, StoreFault};

const ARGON2ID: &str = "argon2id";
const XCHACHA: &str = "xchacha20poly1305";

/// 64 MiB and three passes: a fraction of a second on the secretary's laptop, and as much for every guess of an attacker.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;

/// Limits for what is read. A tampered key file must not be able to ask for terabytes or for hours.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 16;
const MOST_LANES: u32 = 4;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wrapped {
    header: Header,
    /// The locked key, in base64.
    key: String,
}

/// How the key was wrapped. Bound to the wrapped key as associated data: neither can be exchanged alone.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    kdf: String,
    kdf_version: u32,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    cipher: String,
    nonce: String,
}

impl Wrapped {
    pub(crate) fn new(key: &Key, passphrase: &str) -> Result<Self, StoreFault> {
        let mut random = [0; 16 + 24];
        fill_random(&mut random).map_err(|source| StoreFault::Io { path: None, source })?;
        let (salt, nonce) = random.split_at(16);
        let header = Header {
            kdf: ARGON2ID.to_owned(),
            kdf_version: u32::from(Version::V0x13),
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            lanes: LANES,
            salt: BASE64.encode(salt),
            cipher: XCHACHA.to_owned(),
            nonce: BASE64.encode(nonce),
        };
        // The flaws cannot occur with the constants above; they are reported rather than unwrapped.
        let engine = |flaw: KeyFileFlaw| StoreFault::Engine { source: Box::new(flaw) };
        let aad = header.to_bytes().map_err(engine)?;
        let sealed = Payload { msg: key.as_bytes(), aad: &aad };
        let sealed = header
            .cipher(passphrase)
            .map_err(engine)?
            .encrypt(&header.nonce().map_err(engine)?, sealed)
            .map_err(|_| engine(KeyFileFlaw::Length))?;
        Ok(Self { header, key: BASE64.encode(sealed) })
    }

    /// The key, or `None` when the passphrase is wrong.
    pub(crate) fn open(&self, passphrase: &str) -> Result<Option<Key>, KeyFileFlaw> {
        let (sealed, aad) = (decode(&self.key)?, self.header.to_bytes()?);
        let sealed = Payload { msg: &sealed, aad: &aad };
        let cipher = self.header.cipher(passphrase)?;
        // Accidents have been ruled out by the check value of the key file: what does not open now was wrapped with another
        // passphrase.
        match cipher.decrypt(&self.header.nonce()?, sealed) {
            Ok(key) => Key::from_bytes(&Zeroizing::new(key)).map(Some).ok_or(KeyFileFlaw::Length),
            Err(_) => Ok(None),
        }
    }
}

impl Header {
    fn cipher(&self, passphrase: &str) -> Result<XChaCha20Poly1305, KeyFileFlaw> {
        if self.kdf != ARGON2ID || self.cipher != XCHACHA {
            return Err(KeyFileFlaw::Algorithm);
        }
        let version = Version::try_from(self.kdf_version).map_err(|_| KeyFileFlaw::Algorithm)?;
        if self.memory_kib > MOST_MEMORY_KIB || self.passes > MOST_PASSES || self.lanes > MOST_LANES {
            return Err(KeyFileFlaw::Cost);
        }
        let params =
            Params::new(self.memory_kib, self.passes, self.lanes, Some(KEY_BYTES)).map_err(|_| KeyFileFlaw::Cost)?;
        // Handed in rather than allocated inside, because only so are these 64 MiB wiped.
        let mut memory = Zeroizing::new(vec![Block::new(); params.block_count()]);
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        Argon2::new(Algorithm::Argon2id, version, params)
            .hash_password_into_with_memory(
                passphrase.as_bytes(),
                &decode(&self.salt)?,
                key.as_mut(),
                memory.as_mut_slice(),
            )
            .map_err(|_| KeyFileFlaw::Length)?;
        Ok(XChaCha20Poly1305::new((&*key).into()))
    }

    fn nonce(&self) -> Result<XNonce, KeyFileFlaw> {
        XNonce::try_from(decode(&self.nonce)?.as_slice()).map_err(|_| KeyFileFlaw::Length)
    }

    fn to_bytes(&self) -> Result<Vec<u8>, KeyFileFlaw> {
        serde_json::to_vec(self).map_err(|_| KeyFileFlaw::Unreadable)
    }
}

pub(crate) fn decode(base64: &str) -> Result<Vec<u8>, KeyFileFlaw> {
    BASE64.decode(base64).map_err(|_| KeyFileFlaw::Unreadable)
}
