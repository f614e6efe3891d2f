using Pupitre.Kernel;

namespace Pupitre.Platform.Data;

/// <summary>
/// One program at a time on the SQLite database of a data folder: held from start to stop, released by the system when the process dies.
/// Nodes over PostgreSQL share their folder, which holds files alone.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <returns>Null on PostgreSQL: nothing is to be locked.</returns>
    /// <exception cref="Refused">Another process serves this folder.</exception>
    public static DataFolderLock? Take(DataPlace place)
    {
        if (place.IsPostgres)
        {
            return null;
        }

        PrivateFiles.CreateFolder(place.Folder);
        try
        {
            return new DataFolderLock(PrivateFiles.Create(Path.Combine(place.Folder, "pupitre.lock"), FileMode.OpenOrCreate));
        }
        catch (IOException)
        {
            throw new Refused(Texts.Data_FolderInUse.With(Path.GetFullPath(place.Folder)));
        }
    }

    public void Dispose() => _file.Dispose();
}
