namespace Pupitre.Collecting.Folders;

/// <summary>Folders, in words.</summary>
internal static class FolderWords
{
    /// <summary>How people call it: the path below the company's own folder.</summary>
    public static string Name(WatchedFolder folder) => folder.Path.Length == 0 ? "/" : folder.Path;
}
