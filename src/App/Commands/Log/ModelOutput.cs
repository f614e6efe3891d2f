using Pupitre.Kernel;

namespace Pupitre.App.Commands.Log;

/// <summary>A file that is there whole or not at all: it is written beside its place, then moved there.</summary>
internal static class ModelOutput
{
    /// <summary>Writes a file, in the place of one of that name.</summary>
    /// <exception cref="Refused">The folder is missing or cannot be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string? beside = null;
        try
        {
            var full = Path.GetFullPath(path);
            beside = Path.Combine(Path.GetDirectoryName(full)!, FormattableString.Invariant($".{Path.GetFileName(full)}.{Guid.CreateVersion7():N}"));
            using (var stream = new FileStream(beside, FileMode.CreateNew))
            {
                write(stream);
            }

            File.Move(beside, full, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Refused(Texts.Log_CannotWrite.With(path, error.Message));
        }
        finally
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }
        }
    }
}
