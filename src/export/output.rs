use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Where a command writes: standard output, or a file that appears whole or not at all.
///
/// The file is opened under another name beside its place before the work starts, so that a place that
/// cannot be written fails at once; [`Output::finish`] moves it there.
#[derive(Debug)]
pub enum Output {
    /// Standard output.
    Stdout(BufWriter<io::Stdout>),
    /// A file in the making.
    File {
        /// The open file.
        writer: BufWriter<File>,
        /// Its name while it is written.
        partial: PathBuf,
        /// Its name when it is done.
        path: PathBuf,
    },
}

impl Output {
    /// Opens a path; none, or `-`, is standard output.
    ///
    /// # Errors
    /// When the file cannot be created.
    pub fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Self::Stdout(BufWriter::new(io::stdout())));
        };
        if path.is_dir() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "is a folder; name a file"));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let partial = path.with_file_name(format!(".{name}.{}.partial", std::process::id()));
        let writer = BufWriter::new(File::create(&partial)?);
        Ok(Self::File { writer, partial, path: path.to_owned() })
    }

    /// Writes what is still held back, and puts a file in its place.
    ///
    /// # Errors
    /// When the disk or the pipe does not take it.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush()?;
        if let Self::File { partial, path, .. } = &self {
            std::fs::rename(partial, path)?;
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(writer) => writer.write(bytes),
            Self::File { writer, .. } => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(writer) => writer.flush(),
            Self::File { writer, .. } => writer.flush(),
        }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Self::File { partial, .. } = self {
            // Gone already when the file was finished.
            let _ = std::fs::remove_file(partial);
        }
    }
}
