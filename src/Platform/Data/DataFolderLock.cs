using Pupitre.Kernel;

namespace Pupitre.Platform.Data;

/// <summary>One program at a time on a data folder: held from start to stop, released by the system when the process dies.</summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="Refused">Another process serves this folder.</exception>
    public static DataFolderLock Take(DataPlace place)
    {
        Directory.CreateDirectory(place.Folder);
        try
        {
            return new DataFolderLock(new FileStream(Path.Combine(place.Folder, "pupitre.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new Refused(Texts.Data_FolderInUse.With(Path.GetFullPath(place.Folder)));
        }
    }

    public void Dispose() => _file.Dispose();
}
