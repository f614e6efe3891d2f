namespace Pupitre.Diagrams.Tests;

/// <summary>The public files kept beside the repository, or at PUPITRE_CORPUS. Tests that need one skip where it is missing.</summary>
internal static class Corpus
{

    /// <summary>A drawing of the interchange suite.</summary>
    public static string Bpmn(string name)
    {
        var path = Path.Combine(Folder, "bpmn", name);
        Assert.SkipUnless(System.IO.File.Exists(path), $"corpus file {name} is not on this machine (set PUPITRE_CORPUS)");
        return path;
    }

    /// <summary>All drawings of the interchange suite.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Drawings()
    {
        var folder = Path.Combine(Folder, "bpmn");
        Assert.SkipUnless(Directory.Exists(folder), "the corpus is not on this machine (set PUPITRE_CORPUS)");
        return [.. Directory.GetFiles(folder, "*.bpmn").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), System.IO.File.ReadAllBytes(path)))];
    }

    private static string Folder => Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? BesideRepository();

    private static string BesideRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Pupitre.slnx")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "corpus");
            }
        }

        return "";
    }
}
