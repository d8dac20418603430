//! The key of the file, gone from memory with its value.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::StoreFault;
use crate::durable::fill_random;

pub(crate) const KEY_BYTES: usize = 32;

/// The key of a store: 32 random bytes. Never printed, never compared in a message, wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Key(Zeroizing<[u8; KEY_BYTES]>);

impl Key {
    /// A new one, from the system's random source.
    pub(crate) fn random() -> Result<Self, StoreFault> {
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        fill_random(bytes.as_mut()).map_err(|source| StoreFault::Io { path: None, source })?;
        Ok(Self(bytes))
    }

    /// `None` when it has the wrong length.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        if bytes.len() != KEY_BYTES {
            return None;
        }
        key.copy_from_slice(bytes);
        Some(Self(key))
    }

    pub(crate) fn as_bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// A name for the key that does not give it away: tells whether a key file is the one of this store without the passphrase.
    pub(crate) fn id(&self) -> String {
        let named = Payload { msg: b"", aad: b"yiding-key-id" };
        let tag = XChaCha20Poly1305::new(self.as_bytes().into()).encrypt(&XNonce::from([0; 24]), named);
        // Fails for terabytes only.
        tag.map(|tag| BASE64.encode(tag)).unwrap_or_default()
    }

    /// The form in which SQLCipher takes a key as it is, without deriving another one from it.
    pub(crate) fn as_raw_key(&self) -> Zeroizing<String> {
        // Enough room from the start: growing would leave a copy of the first half behind.
        let mut text = Zeroizing::new(String::with_capacity(2 * KEY_BYTES + 3));
        text.push_str("x'");
        for byte in self.0.iter() {
            for digit in [byte >> 4, byte & 0xF] {
                text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
            }
        }
        text.push('\'');
        text
    }
}
