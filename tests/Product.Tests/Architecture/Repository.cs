namespace Pupitre.Product.Tests.Architecture;

/// <summary>The repository that the tests were built from, for the rules that are about its files.</summary>
internal static class Repository
{
    private static readonly string[] _generated = ["bin", "obj", "node_modules", "artifacts", "data", ".git", "assets", "Migrations"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files that people write, below a folder, as paths from the root.</summary>
    public static IEnumerable<string> FilesBelow(string folder, params string[] extensions) =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => extensions.Contains(file.Extension, StringComparer.Ordinal))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(below => !_generated.Contains(below.Name, StringComparer.Ordinal)).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Pupitre.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside the repository.");
        }

        return folder;
    }
}
