//! Whole meeting days through the desk, and the real window
