use super::StoreError;
use fs4::fs_std::FileExt;
use std::fs::File;
use std::path::Path;

/// Keeps other builds out of a graph folder; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    _folder: Option<File>,
}

impl Lock {
    /// Waits for the build that holds the folder, if one does.
    ///
    /// Where a folder cannot be locked (Windows, some network disks) it goes on without.
    pub(super) fn take(folder: &Path) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder).map_err(StoreError::io(folder))?;
        let handle = File::open(folder).ok().filter(|handle| handle.lock_exclusive().is_ok());
        Ok(Self { _folder: handle })
    }
}
